import type { JsonColumn, JsonObject, Timestamp } from '../columns'

export interface AuditTable {
  merchant_id: string
  id: string
  at: Timestamp
  account_id: string | null
  action: string
  subject_id: string | null
  detail: JsonColumn<JsonObject>
  ip: string | null
}
