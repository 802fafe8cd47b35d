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
  points_per_unit: Generated<number>
  min_amount_minor: Generated<number>
  max_points_per_op: Generated<number>
  currency: string
  created_at: Timestamp
}
