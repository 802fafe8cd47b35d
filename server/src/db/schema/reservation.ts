import type { Language } from '@counterfoil/messages'
import type { Reservation } from '@counterfoil/protocol'
import type { NullableTimestamp, Timestamp } from '../columns'

export interface ReservationTable {
  merchant_id: string
  id: string
  performance_id: string
  name: string
  /** The name without case and accents: guests are found and listed by it. */
  name_key: string
  email: string | null
  party_size: number
  status: Reservation['status']
  language: Language
  note: string
  source: Reservation['source']
  /** What an imported row is known by when it comes again. */
  import_key: string | null
  ticket_id: string | null
  expires_at: NullableTimestamp
  confirmed_at: NullableTimestamp
  cancelled_at: NullableTimestamp
  created_at: Timestamp
}
