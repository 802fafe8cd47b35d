import type { JsonColumn, JsonObject, Timestamp } from '../columns'

export interface PlatformAuditTable {
  id: string
  at: Timestamp
  account_id: string | null
  action: string
  detail: JsonColumn<JsonObject>
  ip: string | null
}
