import type {
  Shown,
  VerdictDetail,
  VerdictStatus,
  VerdictCode,
  VerdictFlag,
} from '@counterfoil/domain'
import type { JsonColumn, JsonObject, Timestamp } from '../columns'

export interface OperationTable {
  merchant_id: string
  id: string
  content_hash: string
  store_id: string
  device_id: string | null
  incarnation: number | null
  user_id: string | null
  seq: number | null
  kind: string
  at: string | null
  offset_ms: number | null
  sign_on: string | null
  shown: JsonColumn<Shown | null>
  data: JsonColumn<JsonObject>
  staff_id: string | null
  card_id: string | null
  performance_id: string | null
  ticket_id: string | null
  occurred_at: Timestamp
  received_at: Timestamp
  status: VerdictStatus
  code: VerdictCode | null
  flags: readonly VerdictFlag[]
  detail: JsonColumn<VerdictDetail>
}
