import type { Generated } from 'kysely'
import type { Timestamp } from '../columns'

export interface StaffTable {
  merchant_id: string
  id: string
  name: string
  personnel_number: string
  active: Generated<boolean>
  badge_hash: string | null
  pin_change_due: Generated<boolean>
  created_at: Timestamp
}
