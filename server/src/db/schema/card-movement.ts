import type { Generated } from 'kysely'
import type { Timestamp } from '../columns'

/** Points earned, and what was redeemed. */
export interface CardMovementTable {
  merchant_id: string
  card_id: string
  op_id: string
  occurred_at: Timestamp
  points: number
  stamps: number
  voided: Generated<boolean>
}
