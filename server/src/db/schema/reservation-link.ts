import type { NullableTimestamp, Timestamp } from '../columns'

export interface ReservationLinkTable {
  merchant_id: string
  token_hash: string
  reservation_id: string
  purpose: 'confirm' | 'manage'
  expires_at: Timestamp
  used_at: NullableTimestamp
}
