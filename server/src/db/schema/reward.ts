import type { Generated } from 'kysely'
import type { Timestamp } from '../columns'

export interface RewardTable {
  merchant_id: string
  id: string
  program_id: string
  name: string
  cost: number
  active: Generated<boolean>
  created_at: Timestamp
}
