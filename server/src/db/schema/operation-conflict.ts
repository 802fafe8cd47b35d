import type { JsonColumn, JsonObject, Timestamp } from '../columns'

export interface OperationConflictTable {
  merchant_id: string
  op_id: string
  content_hash: string
  device_id: string | null
  incarnation: number | null
  seq: number | null
  data: JsonColumn<JsonObject>
  occurred_at: Timestamp
  received_at: Timestamp
}
