import type { Generated } from 'kysely'
import type { NullableTimestamp, Timestamp } from '../columns'

export interface SignOnTable {
  merchant_id: string
  op_id: string
  device_id: string
  staff_id: string
  occurred_at: Timestamp
  accepted: boolean
  ended_at: NullableTimestamp
  badge: Generated<boolean>
}
