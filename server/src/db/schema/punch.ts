import type { PunchAction, PunchSource } from '@counterfoil/domain'
import type { Generated } from 'kysely'
import type { Timestamp } from '../columns'

/** What people told the clock, as far as it counts or did; rebuilt from the ledger at any time. */
export interface PunchTable {
  merchant_id: string
  /** The operation, or the amendment that added it (`source` is then `manual`). */
  op_id: string
  staff_id: string
  store_id: string
  action: PunchAction
  occurred_at: Timestamp
  seq: number | null
  voided: Generated<boolean>
  /** A review accepted it although no sign-on carried it. */
  unverified: Generated<boolean>
  source: Generated<PunchSource>
  /** By an amendment that stands. */
  struck: Generated<boolean>
}
