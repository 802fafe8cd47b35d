import type { Generated } from 'kysely'
import type { NullableTimestamp, Timestamp } from '../columns'

export interface CardTable {
  merchant_id: string
  id: string
  program_id: string
  number: string
  token_hash: string
  customer_id: string | null
  status: Generated<'active' | 'blocked'>
  stamps: Generated<number>
  points: Generated<number>
  last_stamp_at: NullableTimestamp
  created_at: Timestamp
}
