import type { Generated } from 'kysely'

export interface MerchantHeadTable {
  merchant_id: string
  ledger_n: Generated<number>
  ledger_hash: string
  feed_pos: Generated<number>
}
