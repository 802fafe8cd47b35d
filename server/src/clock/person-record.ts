import {
  type Amendment,
  type EpochMs,
  type Id,
  type PunchAction,
  struckIds,
} from '@counterfoil/domain'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema'

/** Everything that was ever corrected of a person, in no order. */
export async function loadAmendments(
  db: Kysely<Database>,
  merchantId: Id,
  staffId: Id,
): Promise<readonly Amendment[]> {
  const rows = await db
    .selectFrom('amendment')
    .select(['id', 'n', 'strikes', 'action', 'at', 'store_id'])
    .where('merchant_id', '=', merchantId)
    .where('staff_id', '=', staffId)
    .execute()
  return rows.map(({ id, n, strikes, action, at, store_id }) => ({
    id,
    n,
    strikes,
    adds: action === null || at === null || store_id === null ? null : { action, at, store_id },
  }))
}

/** Says of each of a person's punches anew whether an amendment that stands strikes it. */
export async function markStruck(
  trx: Transaction<Database>,
  merchantId: Id,
  staffId: Id,
  amendments: readonly Amendment[],
): Promise<void> {
  const struck = [...struckIds(amendments)]
  await sql`
    update punch set struck = not struck
     where merchant_id = ${merchantId} and staff_id = ${staffId}
       and struck <> (op_id = any(${struck}::uuid[]))`.execute(trx)
}

export interface PunchPlace {
  readonly action: PunchAction
  readonly at: EpochMs
  readonly store_id: Id
}

/** A punch of a person, whether it counts by itself, and where it stands. */
export async function findPunch(
  db: Kysely<Database>,
  merchantId: Id,
  staffId: Id,
  opId: Id,
): Promise<(PunchPlace & { readonly voided: boolean; readonly manual: boolean }) | undefined> {
  const row = await db
    .selectFrom('punch')
    .select(['action', 'occurred_at as at', 'store_id', 'voided', 'source'])
    .where('merchant_id', '=', merchantId)
    .where('op_id', '=', opId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  return row && { ...row, manual: row.source === 'manual' }
}
