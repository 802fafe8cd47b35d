import type { Generated } from 'kysely'

export interface MerchantHeadTable {
  merchant_id: string
  ledger_n: Generated<number>
  ledger_hash: string
  feed_pos: Generated<number>
  /** Which life of the merchant's data this is, since its last restore; see `sync/life.ts`. */
  feed_epoch: Generated<number>
}
