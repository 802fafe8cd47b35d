import type { VerdictStatus } from '@counterfoil/domain'
import type { JsonColumn, JsonObject, Timestamp } from '../columns'

export interface LedgerEntryTable {
  merchant_id: string
  n: number
  id: string
  body: JsonColumn<JsonObject>
  prev_hash: string
  hash: string
  op_id: string | null
  review_id: string | null
  kind: string
  status: VerdictStatus
  occurred_at: Timestamp
  recorded_at: Timestamp
  store_id: string | null
  device_id: string | null
  staff_id: string | null
  card_id: string | null
  performance_id: string | null
}
