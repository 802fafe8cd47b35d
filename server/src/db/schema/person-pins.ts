import type { PinFailure } from '@counterfoil/domain'
import type { JsonColumn, NullableTimestamp } from '../columns'

export interface PersonPinsTable {
  merchant_id: string
  staff_id: string
  failures: JsonColumn<readonly PinFailure[]>
  locked_until_occurred: NullableTimestamp
  locked_until_received: NullableTimestamp
}
