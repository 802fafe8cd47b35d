import {
  type EpochMs,
  formatInstant,
  type Id,
  type Instant,
  instantMs,
  type PunchAction,
} from '@counterfoil/domain'
import type { ClockRequest } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { requireStore } from '../merchants/store.query'
import { requireStaff } from '../people/staff.query'
import { ProblemError } from '../problem-error'
import { appendEntries } from '../sync/append-entries'
import { enterLane } from '../sync/lane'
import type { EntryDraft } from '../sync/ledger-chain'
import { authorOf, putAmendment } from './amend'
import { requireRequest } from './request.query'

export interface RequestBody {
  readonly staff_id: Id
  readonly store_id: Id
  readonly punch: PunchAction
  readonly at: Instant
  readonly note: string
}

/** How far back somebody may ask. */
const OLDEST_DAYS = 62
const DAY = 86_400_000

/**
 * A request in a person's name: their own on a phone, or as told to a manager.
 * @throws ProblemError NOT_FOUND; VALIDATION for a time to come or long gone
 */
export function createRequest(by: ChangeBy, body: RequestBody): Promise<ClockRequest> {
  const { deps, caller, now } = by
  const { merchant_id, account_id } = caller
  const id = deps.newId()
  return change(by, 'request.create', ['clock', 'ledger'], async (trx) => {
    const { name } = await requireStaff(trx, merchant_id, body.staff_id, now)
    await requireStore(trx, merchant_id, body.store_id)
    await putRequest(trx, by, { id, made_by: account_id, ...body, at: instantMs(body.at) })
    const answer = await requireRequest(trx, merchant_id, id)
    const { staff_id, punch, at } = body
    return { answer, subject_id: id, detail: { staff_id, name, punch, at }, feed: [] }
  })
}

interface NewRequest extends Omit<RequestBody, 'at'> {
  readonly id: Id
  readonly at: EpochMs
  readonly made_by: Id | null
}

/** Writes a request and its entry behind the lane. @throws ProblemError VALIDATION */
export async function putRequest(
  trx: Transaction<Database>,
  { caller, now }: Pick<ChangeBy, 'now'> & { readonly caller: { readonly merchant_id: Id } },
  request: NewRequest,
): Promise<void> {
  const { merchant_id } = caller
  const { id, staff_id, store_id, punch, at, note, made_by } = request
  if (at > now || at < now - OLDEST_DAYS * DAY) {
    throw new ProblemError('VALIDATION', `Ask about the last ${OLDEST_DAYS} days.`, {
      errors: [
        { pointer: '/at', message: 'must be past and not long gone', code: 'NOT_AVAILABLE' },
      ],
    })
  }
  const head = await enterLane(trx, merchant_id)
  const about = { staff_id, store_id, at }
  const said = { punch, request_id: id, user_id: made_by, note: note === '' ? null : note }
  await appendEntries(trx, merchant_id, head, [
    { ...draftOf(id, 'request.make', about, now), ...said },
  ])
  await trx
    .insertInto('clock_request')
    .values({
      merchant_id,
      id,
      staff_id,
      store_id,
      action: punch,
      at: formatInstant(at),
      note,
      made_at: formatInstant(now),
      made_by,
    })
    .execute()
}

function draftOf(
  id: Id,
  kind: 'request.make' | 'request.accept' | 'request.decline',
  about: { readonly staff_id: Id; readonly store_id: Id; readonly at: EpochMs },
  now: EpochMs,
): Omit<EntryDraft, 'user_id' | 'note'> {
  return {
    id,
    op_id: null,
    review_id: null,
    kind,
    status: 'accepted',
    code: null,
    flags: [],
    occurred_at: about.at,
    recorded_at: now,
    store_id: about.store_id,
    device_id: null,
    staff_id: about.staff_id,
    program_id: null,
    card_id: null,
    stamps: 0,
    target_op_id: null,
  }
}

export interface RequestAnswer {
  readonly answer: 'accept' | 'decline'
  readonly note: string
  readonly at?: Instant | undefined
}

/**
 * Accepts a request, which adds its punch by an amendment, or declines it.
 * @throws ProblemError NOT_FOUND; CONFLICT when it is answered already or the period is closed
 */
export function answerRequest(by: ChangeBy, id: Id, body: RequestAnswer): Promise<ClockRequest> {
  const { deps, caller, now } = by
  const { merchant_id } = caller
  const accepted = body.answer === 'accept'
  return change(by, 'request.answer', ['clock', 'ledger', 'feed'], async (trx) => {
    const request = await requireRequest(trx, merchant_id, id)
    if (request.status !== 'open') {
      throw new ProblemError('CONFLICT', 'Someone has already answered this request.')
    }
    const { staff_id, store_id } = request
    const account_id = authorOf(by)
    const at = instantMs(body.at ?? request.at)
    const amendment_id = accepted ? deps.newId() : null
    const head = await enterLane(trx, merchant_id)
    const kind = accepted ? 'request.accept' : 'request.decline'
    const draft = draftOf(deps.newId(), kind, { staff_id, store_id, at }, now)
    const note = body.note === '' ? null : body.note
    await appendEntries(trx, merchant_id, head, [
      { ...draft, request_id: id, user_id: account_id, note },
    ])
    if (amendment_id !== null) {
      const adds = { action: request.punch, at, store_id }
      const reason = body.note === '' ? request.note : body.note
      const amendment = { id: amendment_id, staff_id, strikes: null, adds, reason, account_id }
      await putAmendment(trx, by, { ...amendment, request_id: id })
    }
    await trx
      .updateTable('clock_request')
      .set({
        status: accepted ? 'accepted' : 'declined',
        answered_at: formatInstant(now),
        answered_by: account_id,
        answer_note: body.note,
        amendment_id,
      })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    const answer = await requireRequest(trx, merchant_id, id)
    const detail = { staff_id, name: answer.staff_name, answer: body.answer }
    return { answer, subject_id: id, detail, feed: [] }
  })
}
