import type { Generated } from 'kysely'
import type { Timestamp } from '../columns'

export interface MovementTable {
  merchant_id: string
  performance_id: string
  op_id: string
  ticket_id: string | null
  device_id: string | null
  occurred_at: Timestamp
  people: number
  voided: Generated<boolean>
}
