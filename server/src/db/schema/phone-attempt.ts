import type { NullableTimestamp, Timestamp } from '../columns'

/** Wrong tries at a store's poster under one personnel number, whether or not it is anybody's. */
export interface PhoneAttemptTable {
  merchant_id: string
  store_id: string
  number_hash: string
  wrong: number
  locked_until: NullableTimestamp
  tried_at: Timestamp
}
