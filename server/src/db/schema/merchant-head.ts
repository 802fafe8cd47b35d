import type { Generated } from 'kysely'

export interface MerchantHeadTable {
  merchant_id: string
  ledger_n: Generated<number>
  ledger_hash: string
  feed_pos: Generated<number>
  /** Raised when the feed is put back to an earlier state: cursors of before start anew. */
  feed_epoch: Generated<number>
}
