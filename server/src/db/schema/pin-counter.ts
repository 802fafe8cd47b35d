import type { NullableTimestamp } from '../columns'

export interface PinCounterTable {
  merchant_id: string
  staff_id: string
  device_id: string
  wrong: number
  locked_until: NullableTimestamp
}
