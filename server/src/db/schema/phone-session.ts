import type { NullableTimestamp, Timestamp } from '../columns'

/** Somebody who typed number and PIN at a poster; good for one deed. */
export interface PhoneSessionTable {
  merchant_id: string
  /** Also the id of the operation that it is used for. */
  id: string
  token_hash: string
  poster_id: string
  store_id: string
  staff_id: string
  begun_at: Timestamp
  expires_at: Timestamp
  used_at: NullableTimestamp
}
