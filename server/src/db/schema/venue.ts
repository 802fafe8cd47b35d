import type { Generated } from 'kysely'
import type { Timestamp } from '../columns'

export interface VenueTable {
  merchant_id: string
  id: string
  name: string
  address: string
  time_zone: string
  capacity: number
  active: Generated<boolean>
  created_at: Timestamp
}
