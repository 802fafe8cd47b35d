import type { Generated } from 'kysely'
import type { NullableTimestamp, Timestamp } from '../columns'

export interface PerformanceTable {
  merchant_id: string
  id: string
  title: string
  starts_at: Timestamp
  opens_at: NullableTimestamp
  capacity: number
  reentry: boolean
  pin_required: boolean
  active: Generated<boolean>
  inside: Generated<number>
  created_at: Timestamp
}
