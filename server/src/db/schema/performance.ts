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
  show_id: string | null
  venue_id: string | null
  time_zone: string
  booking_opens_at: NullableTimestamp
  booking_closes_at: NullableTimestamp
  listed: Generated<boolean>
  max_party: Generated<number>
  created_at: Timestamp
}
