import type { Timestamp } from '../columns'

export interface IdempotencyTable {
  merchant_id: string
  account_id: string
  key: string
  request_hash: string
  status: number | null
  answer_sealed: Buffer | null
  created_at: Timestamp
}
