import type { Generated } from 'kysely'
import type { Timestamp } from '../columns'

export interface CardStampTable {
  merchant_id: string
  card_id: string
  op_id: string
  occurred_at: Timestamp
  count: number
  voided: Generated<boolean>
}
