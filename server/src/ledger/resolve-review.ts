import { type EpochMs, formatInstant, type Id, punchAction } from '@counterfoil/domain'
import type { Review } from '@counterfoil/protocol'
import { sql, type Transaction } from 'kysely'
import { requireOpenDays } from '../clock/closed'
import { settleClash } from '../clock/settle-clash'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { movePeople, peopleIn } from '../door/decide-people'
import { ProblemError } from '../problem-error'
import { appendEntries } from '../sync/append-entries'
import { publish } from '../sync/feed'
import { enterLane, type LaneHead } from '../sync/lane'
import { recordAudit } from './audit'
import { flagsOf, movePunch, type PunchSubject } from './move-punch'
import { PUNCHER } from './puncher'
import type { ReviewAction } from './review-actions'
import { acceptedNow, type CardSubject, moveCard, type Moved, voidedNow } from './review-effect'
import { findReview } from './review.query'

export interface Decision {
  readonly merchant_id: Id
  readonly review_id: Id
  readonly action: ReviewAction
  readonly note: string
  readonly account_id: Id
  readonly at: EpochMs
  readonly ip: string | null
}

/**
 * Decides a review by a ledger entry that names it: the verdict stays, what counts may change.
 * @throws ProblemError NOT_FOUND; CONFLICT when it is decided already, the action does not fit, or the
 *   balance does not reach for it now
 */
export async function resolveReview(deps: Deps, decision: Decision): Promise<Review> {
  const { merchant_id, review_id } = decision
  const review = await deps.db.transaction().execute(async (trx) => {
    const head = await enterLane(trx, merchant_id)
    const open = await findReview(trx, merchant_id, review_id)
    if (open === undefined) throw new ProblemError('NOT_FOUND', 'There is no such review.')
    if (!open.actions.includes(decision.action)) throw notPossible(open)
    const subject = await readSubject(trx, merchant_id, open.op_id)
    const moved = await movedBy(trx, decision, subject)
    await requireOpenPeriod(trx, decision, subject)
    await append(deps, trx, head, decision, subject, moved)
    if (decision.action !== 'dismiss') {
      const voided = decision.action === 'void'
      await moveCard(trx, merchant_id, subject, moved, { voided, at: decision.at })
    }
    await movePunch(trx, decision, subject)
    if (open.reason === 'MANUAL_CLASH') await settleClash(deps, trx, decision, subject)
    await movePeople(trx, decision, subject)
    await close(deps, trx, decision, subject)
    return findReview(trx, merchant_id, review_id)
  })
  deps.bus.notify(merchant_id, ['ledger', 'reviews', 'feed', 'cards', 'door', 'clock', 'audit'])
  if (review === undefined) throw new ProblemError('NOT_FOUND', 'There is no such review.')
  return review
}

/** what is closed stays as it is, whatever a review finds. @throws ProblemError CONFLICT */
async function requireOpenPeriod(
  trx: Transaction<Database>,
  { merchant_id, action }: Decision,
  { kind, occurred_at, store_id }: Subject,
): Promise<void> {
  if (action === 'dismiss' || punchAction(kind) === undefined) return
  await requireOpenDays(trx, merchant_id, [{ at: occurred_at, store_id }])
}

function notPossible(review: Review): ProblemError {
  return review.status === 'resolved'
    ? new ProblemError('CONFLICT', 'Someone has already decided this review.')
    : new ProblemError('CONFLICT', 'This can no longer be done: look at the operation again.')
}

async function movedBy(
  trx: Transaction<Database>,
  { action, merchant_id }: Decision,
  subject: CardSubject,
): Promise<Moved> {
  switch (action) {
    case 'accept':
      return acceptedNow(trx, merchant_id, subject)
    case 'void':
      return voidedNow(trx, merchant_id, subject)
    case 'dismiss':
      return { points: 0, stamps: 0 }
  }
}

/** What a decision needs to know of the operation. */
interface Subject extends PunchSubject, CardSubject {
  readonly device_id: Id | null
  readonly program_id: Id | null
  readonly performance_id: Id | null
  /** Where it is for that performance. */
  readonly ticket_id: Id | null
}

async function readSubject(trx: Transaction<Database>, merchantId: Id, opId: Id): Promise<Subject> {
  const { puncher, ...subject } = await trx
    .selectFrom('operation as it')
    .leftJoin('card', (join) =>
      join.onRef('card.merchant_id', '=', 'it.merchant_id').onRef('card.id', '=', 'it.card_id'),
    )
    .leftJoin('ticket', (join) =>
      join
        .onRef('ticket.merchant_id', '=', 'it.merchant_id')
        .onRef('ticket.id', '=', 'it.ticket_id')
        .onRef('ticket.performance_id', '=', 'it.performance_id'),
    )
    .select(['it.id as op_id', 'it.occurred_at', 'it.store_id', 'it.device_id', 'it.staff_id'])
    .select(['it.card_id', 'card.program_id', 'it.data', 'it.kind', 'it.seq', 'it.code'])
    .select(['it.performance_id', 'ticket.id as ticket_id'])
    .select(sql<Id | null>`${PUNCHER}`.as('puncher'))
    .where('it.merchant_id', '=', merchantId)
    .where('it.id', '=', opId)
    .executeTakeFirstOrThrow()
  return { ...subject, staff_id: puncher ?? subject.staff_id }
}

async function append(
  deps: Deps,
  trx: Transaction<Database>,
  head: LaneHead,
  { merchant_id, review_id, action, note, account_id, at }: Decision,
  subject: Subject,
  { points, stamps }: Moved,
): Promise<void> {
  await appendEntries(trx, merchant_id, head, [
    {
      id: deps.newId(),
      op_id: null,
      review_id,
      kind: `review.${action}`,
      status: 'accepted',
      code: null,
      flags: flagsOf(action, subject),
      occurred_at: subject.occurred_at,
      recorded_at: at,
      store_id: subject.store_id,
      device_id: subject.device_id,
      staff_id: subject.staff_id,
      user_id: account_id,
      program_id: subject.program_id,
      card_id: subject.card_id,
      stamps,
      ...(points === 0 ? {} : { points }),
      ...peopleIn(action, subject),
      target_op_id: subject.op_id,
      note: note === '' ? null : note,
    },
  ])
}

async function close(
  deps: Deps,
  trx: Transaction<Database>,
  { merchant_id, review_id, action, note, account_id, at, ip }: Decision,
  { op_id, device_id }: Subject,
): Promise<void> {
  const resolved_at = formatInstant(at)
  await trx
    .updateTable('review')
    .set({ status: 'resolved', resolved_at, resolved_by: account_id, action, note })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', review_id)
    .execute()
  await recordAudit(trx, {
    id: deps.newId(),
    merchant_id,
    at,
    account_id,
    action: 'review.resolve',
    subject_id: review_id,
    detail: { op_id, decided: action },
    ip,
  })
  if (device_id === null) return
  const data = { op_id, action, resolved_at, detail: {} }
  await publish(trx, merchant_id, [{ entity: 'verdict', id: op_id, data, device_id }])
}
