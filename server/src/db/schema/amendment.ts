import type { PunchAction } from '@counterfoil/domain'
import type { NullableTimestamp, Timestamp } from '../columns'

/** A correction of a time sheet; rebuilt from the ledger at any time. */
export interface AmendmentTable {
  merchant_id: string
  id: string
  /** Of its ledger entry. */
  n: number
  staff_id: string
  /** A punch's operation or an earlier amendment. */
  strikes: string | null
  /** With `at` and `store_id`: what it adds. */
  action: PunchAction | null
  at: NullableTimestamp
  store_id: string | null
  reason: string
  account_id: string
  made_at: Timestamp
  request_id: string | null
}
