import type { ReviewReason } from '@counterfoil/domain'
import type { Generated } from 'kysely'
import type { NullableTimestamp, Timestamp } from '../columns'

export interface ReviewTable {
  merchant_id: string
  id: string
  op_id: string
  reason: ReviewReason
  status: Generated<'open' | 'resolved'>
  opened_at: Timestamp
  resolved_at: NullableTimestamp
  resolved_by: string | null
  action: 'accept' | 'void' | 'dismiss' | null
  note: string | null
}
