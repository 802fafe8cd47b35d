import type { Generated } from 'kysely'
import type { NullableTimestamp, Timestamp } from '../columns'

export interface MailTable {
  merchant_id: string
  id: string
  kind: 'confirm' | 'ticket' | 'changed' | 'cancelled' | 'called_off' | 'takes_place'
  to_address: string
  subject: string
  /** Gone once it was sent. */
  content_sealed: Buffer | null
  status: 'waiting' | 'sent' | 'dead'
  attempts: Generated<number>
  /** Not tried before. */
  next_at: Timestamp
  /** Of the node that is sending it, until the lease ends. */
  lease_id: string | null
  leased_until: NullableTimestamp
  last_error: string | null
  created_at: Timestamp
  sent_at: NullableTimestamp
}
