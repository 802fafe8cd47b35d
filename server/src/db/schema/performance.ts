import type { ColumnType, Generated } from 'kysely'
import type { LeaseMode, StoredLeases } from '../../door/lease-store'
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
  lease_mode: Generated<LeaseMode>
  leases: ColumnType<StoredLeases, string | undefined, string>
  created_at: Timestamp
}
