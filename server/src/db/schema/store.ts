import type { Generated } from 'kysely'
import type { Timestamp } from '../columns'

export interface StoreTable {
  merchant_id: string
  id: string
  code: string
  name: string
  time_zone: string
  address: string | null
  active: Generated<boolean>
  created_at: Timestamp
}
