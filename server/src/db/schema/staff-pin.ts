import type { NullableTimestamp, Timestamp } from '../columns'

export interface StaffPinTable {
  merchant_id: string
  staff_id: string
  version: number
  set_at: Timestamp
  replaced_at: NullableTimestamp
  length: number
  hash_sealed: Buffer
  salt: string
  bits: number
  digest: string
}
