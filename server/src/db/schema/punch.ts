import type { PunchAction } from '@counterfoil/domain'
import type { Generated } from 'kysely'
import type { Timestamp } from '../columns'

/** What people told the clock, as far as it counts or did; rebuilt from the ledger at any time. */
export interface PunchTable {
  merchant_id: string
  op_id: string
  staff_id: string
  store_id: string
  action: PunchAction
  occurred_at: Timestamp
  seq: number | null
  voided: Generated<boolean>
  /** A review accepted it although no sign-on carried it. */
  unverified: Generated<boolean>
}
