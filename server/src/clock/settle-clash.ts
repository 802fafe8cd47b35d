import { clashesOf, type EpochMs, type Id, type PunchFact, punchAction } from '@counterfoil/domain'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { putAmendment } from './amend'

interface Decided {
  readonly merchant_id: Id
  readonly action: 'accept' | 'void' | 'dismiss'
  readonly account_id: Id
  readonly note: string
  readonly at: EpochMs
}

interface Clashing {
  readonly op_id: Id
  readonly kind: string
  readonly occurred_at: EpochMs
  readonly seq: number | null
  readonly staff_id: Id | null
}

/**
 * when the punch is taken instead of what a manager put in, the entries that say the same
 * are struck by amendments of their own. Behind the lane, after the review's own entry.
 */
export async function settleClash(
  deps: Deps,
  trx: Transaction<Database>,
  { merchant_id, action, account_id, note, at: now }: Decided,
  { op_id, kind, occurred_at: at, seq, staff_id }: Clashing,
): Promise<void> {
  const told = punchAction(kind)
  if (action !== 'accept' || told === undefined || staff_id === null) return
  const punch: PunchFact = { op_id, action: told, at, seq }
  const others = await neighbours(trx, merchant_id, staff_id, at)
  for (const { op_id: strikes } of clashesOf(others, punch)) {
    const amendment = { id: deps.newId(), staff_id, strikes, adds: null, reason: note, account_id }
    await putAmendment(trx, { deps, caller: { merchant_id }, now }, amendment)
  }
}

/** Punches that count within a day on both sides: the nearest are among them, or there is none. */
async function neighbours(
  trx: Transaction<Database>,
  merchantId: Id,
  staffId: Id,
  at: EpochMs,
): Promise<PunchFact[]> {
  const middle = sql`${new Date(at).toISOString()}::timestamptz`
  const rows = await trx
    .selectFrom('punch')
    .select(['op_id', 'action', 'occurred_at', 'seq', 'source'])
    .where('merchant_id', '=', merchantId)
    .where('staff_id', '=', staffId)
    .where('voided', '=', false)
    .where('struck', '=', false)
    .where(sql<boolean>`occurred_at between ${middle} - interval '1 day'
      and ${middle} + interval '1 day'`)
    .execute()
  return rows.map(({ op_id, action, occurred_at, seq, source }) => ({
    op_id,
    action,
    at: occurred_at,
    seq,
    manual: source === 'manual',
  }))
}
