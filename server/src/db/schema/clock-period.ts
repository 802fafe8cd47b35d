import type { LaggingDevice } from '@counterfoil/protocol'
import type { JsonColumn, NullableTimestamp, Timestamp } from '../columns'

/** Days of a store that were closed; rebuilt from the ledger at any time. */
export interface ClockPeriodTable {
  merchant_id: string
  id: string
  store_id: string
  from_day: string
  to_day: string
  from: Timestamp
  until: Timestamp
  note: string
  without: JsonColumn<readonly LaggingDevice[]>
  closed_at: Timestamp
  closed_by: string
  reopened_at: NullableTimestamp
  reopened_by: string | null
  reopen_reason: string | null
}
