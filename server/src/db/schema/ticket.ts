import type { TicketStatus } from '@counterfoil/domain'
import type { Generated } from 'kysely'
import type { NullableTimestamp, Timestamp } from '../columns'

export interface TicketTable {
  merchant_id: string
  id: string
  performance_id: string
  name: string
  party_size: number
  token_hash: string
  issuer_key_id: string
  status: TicketStatus
  admitted: Generated<number>
  inside: Generated<number>
  first_admitted_at: NullableTimestamp
  created_at: Timestamp
}
