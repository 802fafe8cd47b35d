import type { PunchAction } from '@counterfoil/domain'
import type { Generated } from 'kysely'
import type { NullableTimestamp, Timestamp } from '../columns'

/** What somebody asks to have corrected; rebuilt from the ledger at any time. */
export interface ClockRequestTable {
  merchant_id: string
  id: string
  staff_id: string
  store_id: string
  action: PunchAction
  at: Timestamp
  note: string
  made_at: Timestamp
  /** The user who made it in the person's name; `null`: the person, on a phone. */
  made_by: string | null
  status: Generated<'open' | 'accepted' | 'declined'>
  answered_at: NullableTimestamp
  answered_by: string | null
  answer_note: string | null
  amendment_id: string | null
}
