import {
  type EpochMs,
  formatInstant,
  type Id,
  type PunchSource,
  punchAction,
  type VerdictCode,
  type VerdictFlag,
} from '@counterfoil/domain'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { clockMark, publish } from '../sync/feed'
import type { ReviewAction } from './review-actions'

/** What a decision about a punch needs to know of it. */
export interface PunchSubject {
  readonly op_id: Id
  readonly kind: string
  readonly code: VerdictCode | null
  readonly seq: number | null
  readonly occurred_at: EpochMs
  readonly store_id: Id
  readonly staff_id: Id | null
}

/** a punch that no sign-on carried is nobody's for certain, whoever accepts it. */
export function flagsOf(action: ReviewAction, subject: PunchSubject): VerdictFlag[] {
  return action === 'accept' && isUnverified(subject) ? ['UNVERIFIED'] : []
}

function isUnverified({ kind, code }: PunchSubject): boolean {
  return punchAction(kind) !== undefined && code?.startsWith('SIGN_ON_') === true
}

/** Makes a punch count after all, or no more. Behind the merchant's lane. */
export async function movePunch(
  trx: Transaction<Database>,
  decision: { readonly merchant_id: Id; readonly action: ReviewAction },
  subject: PunchSubject,
): Promise<void> {
  const { op_id, kind, occurred_at, store_id, staff_id, seq } = subject
  const action = punchAction(kind)
  if (action === undefined || staff_id === null || decision.action === 'dismiss') return
  const { merchant_id } = decision
  const at = formatInstant(occurred_at)
  const row = { merchant_id, op_id, staff_id, store_id, action, occurred_at: at, seq }
  const source = await sourceOf(trx, merchant_id, op_id)
  await trx
    .insertInto('punch')
    .values({ ...row, unverified: isUnverified(subject), source })
    .onConflict((on) =>
      on.columns(['merchant_id', 'op_id']).doUpdateSet({ voided: decision.action === 'void' }),
    )
    .execute()
  await publish(trx, merchant_id, [clockMark(staff_id)])
}

/** How a punch was made, as its own entry in the ledger says. */
async function sourceOf(
  trx: Transaction<Database>,
  merchantId: Id,
  opId: Id,
): Promise<PunchSource> {
  const entry = await trx
    .selectFrom('ledger_entry')
    .select(sql<PunchSource>`coalesce(body->>'source', 'tablet')`.as('source'))
    .where('merchant_id', '=', merchantId)
    .where('op_id', '=', opId)
    .where('kind', 'like', 'clock.%')
    .orderBy('n')
    .limit(1)
    .executeTakeFirst()
  return entry?.source ?? 'tablet'
}
