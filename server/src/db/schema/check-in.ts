import type { Timestamp } from '../columns'

/** The operation that a caller's `Idempotency-Key` stands for; claimed before it is judged. */
export interface CheckInTable {
  merchant_id: string
  /** A user's account or a tablet. */
  caller_id: string
  key: string
  /** Of the request as it was read, so that another one is noticed. */
  request_hash: string
  op_id: string
  at: Timestamp
}
