import type { Generated } from 'kysely'
import type { Timestamp } from '../columns'

export interface ProgramTable {
  merchant_id: string
  id: string
  name: string
  kind: 'stamps' | 'points'
  active: Generated<boolean>
  stamps_required: number
  reward: string
  cooldown_minutes: number
  daily_limit: number
  pin_required: boolean
  created_at: Timestamp
}
