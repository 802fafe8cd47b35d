import {
  type Amendment,
  type EpochMs,
  formatInstant,
  type Id,
  type Instant,
  instantMs,
  type PunchAction,
  struckIds,
} from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { WireAmendment } from '@counterfoil/protocol'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { requireStore } from '../merchants/store.query'
import { requireStaff } from '../people/staff.query'
import { ProblemError } from '../problem-error'
import { appendEntries } from '../sync/append-entries'
import { clockMark, publish } from '../sync/feed'
import { enterLane } from '../sync/lane'
import { requireAmendment } from './amendment.query'
import { requireOpenDays } from './closed'
import { findPunch, loadAmendments, markStruck, type PunchPlace } from './person-record'

export interface AmendmentBody {
  readonly staff_id: Id
  readonly strikes?: Id | undefined
  readonly adds?:
    | { readonly punch: PunchAction; readonly at: Instant; readonly store_id: Id }
    | undefined
  readonly reason: string
}

/** An amendment on its way, read and checked. */
export interface NewAmendment {
  readonly id: Id
  readonly staff_id: Id
  readonly strikes: Id | null
  readonly adds: PunchPlace | null
  readonly reason: string
  readonly account_id: Id
  readonly request_id?: Id
}

/**
 * Corrects a person's time by a new entry of the ledger; nothing that stands there is changed.
 * @throws ProblemError NOT_FOUND, VALIDATION for a time to come, CONFLICT for what is closed or has
 *   no effect any more
 */
export function createAmendment(by: ChangeBy, body: AmendmentBody): Promise<WireAmendment> {
  const { deps, caller, now } = by
  const { merchant_id } = caller
  const id = deps.newId()
  return change(by, 'amendment.create', ['clock', 'ledger', 'feed'], async (trx) => {
    const { name } = await requireStaff(trx, merchant_id, body.staff_id, now)
    const { adds } = body
    if (adds !== undefined) await requireStore(trx, merchant_id, adds.store_id)
    const amendment: NewAmendment = {
      id,
      staff_id: body.staff_id,
      strikes: body.strikes ?? null,
      adds: adds === undefined ? null : placeOf(adds),
      reason: body.reason,
      account_id: authorOf(by),
    }
    await putAmendment(trx, by, amendment)
    const answer = await requireAmendment(trx, merchant_id, id)
    const { staff_id, strikes, reason } = amendment
    const detail = { staff_id, name, strikes, adds: adds ?? null, reason }
    return { answer, subject_id: id, detail, feed: [] }
  })
}

function placeOf(adds: NonNullable<AmendmentBody['adds']>): PunchPlace {
  return { action: adds.punch, at: instantMs(adds.at), store_id: adds.store_id }
}

/** Who answers for a correction: always a person. @throws ProblemError FORBIDDEN */
export function authorOf({ caller }: ChangeBy): Id {
  if (caller.account_id === null) throw new ProblemError('FORBIDDEN')
  return caller.account_id
}

/** Writes an amendment and its entry behind the lane. @throws as {@link createAmendment} */
export async function putAmendment(
  trx: Transaction<Database>,
  by: Pick<ChangeBy, 'deps' | 'now'> & { readonly caller: { readonly merchant_id: Id } },
  amendment: NewAmendment,
): Promise<void> {
  const { merchant_id } = by.caller
  const { id, staff_id, strikes, adds, reason, account_id, request_id } = amendment
  requirePast(adds, by.now)
  const before = await loadAmendments(trx, merchant_id, staff_id)
  const struck = strikes === null ? [] : await findStruck(trx, merchant_id, before, amendment)
  await requireOpenDays(trx, merchant_id, [...struck, ...(adds === null ? [] : [adds])])
  const about = adds ?? struck[0]
  const head = await enterLane(trx, merchant_id)
  const { ledger_n: n } = await appendEntries(trx, merchant_id, head, [
    {
      id,
      op_id: null,
      review_id: null,
      kind: 'sheet.amend',
      status: 'accepted',
      code: null,
      flags: [],
      occurred_at: about?.at ?? by.now,
      recorded_at: by.now,
      store_id: about?.store_id ?? null,
      device_id: null,
      staff_id,
      user_id: account_id,
      program_id: null,
      card_id: null,
      stamps: 0,
      ...(adds === null ? {} : { punch: adds.action }),
      ...(request_id === undefined ? {} : { request_id }),
      target_op_id: strikes,
      note: reason === '' ? null : reason,
    },
  ])
  await trx
    .insertInto('amendment')
    .values({
      merchant_id,
      id,
      n,
      staff_id,
      strikes,
      action: adds?.action ?? null,
      at: adds === null ? null : formatInstant(adds.at),
      store_id: adds?.store_id ?? null,
      reason,
      account_id,
      made_at: formatInstant(by.now),
      request_id: request_id ?? null,
    })
    .execute()
  await keepPunch(trx, merchant_id, amendment)
  await markStruck(trx, merchant_id, staff_id, [...before, { id, n, strikes, adds }])
  await publish(trx, merchant_id, [clockMark(staff_id)])
}

function requirePast(adds: PunchPlace | null, now: EpochMs): void {
  if (adds === null || adds.at <= now) return
  throw new ProblemError('VALIDATION', 'Nobody has punched at a time that is still to come.', {
    errors: [{ pointer: '/adds/at', message: 'must not be in the future', code: 'TOO_GREAT' }],
  })
}

/** What an amendment adds stands beside the punches. */
async function keepPunch(
  trx: Transaction<Database>,
  merchant_id: Id,
  { id, staff_id, adds }: NewAmendment,
): Promise<void> {
  if (adds === null) return
  const { action, store_id, at } = adds
  const row = { merchant_id, op_id: id, staff_id, store_id, action, seq: null }
  await trx
    .insertInto('punch')
    .values({ ...row, occurred_at: formatInstant(at), source: 'manual' })
    .execute()
}

/**
 * The moments that an amendment takes away or brings back.
 * @throws ProblemError NOT_FOUND; CONFLICT when what it strikes has no effect already
 */
async function findStruck(
  trx: Transaction<Database>,
  merchantId: Id,
  before: readonly Amendment[],
  { staff_id, strikes }: NewAmendment,
): Promise<PunchPlace[]> {
  if (strikes === null) return []
  const punch = await findPunch(trx, merchantId, staff_id, strikes)
  const earlier = before.find(({ id }) => id === strikes)
  if (punch === undefined && earlier === undefined) {
    throw new ProblemError('NOT_FOUND', 'There is no such punch or amendment of this person.')
  }
  if (punch?.voided === true || struckIds(before).has(strikes)) {
    throw new ProblemError('CONFLICT', 'That does not count any more.')
  }
  const places = punch === undefined ? [] : [punch]
  if (earlier?.strikes == null) return places
  return [...places, ...(await placesOf(trx, merchantId, before, staff_id, earlier.strikes))]
}

/** All that striking or bringing back one thing moves, however amendments strike each other. */
async function placesOf(
  trx: Transaction<Database>,
  merchantId: Id,
  before: readonly Amendment[],
  staffId: Id,
  target: Id,
): Promise<PunchPlace[]> {
  const punch = await findPunch(trx, merchantId, staffId, target)
  const next = before.find(({ id }) => id === target)?.strikes ?? null
  const own = punch === undefined ? [] : [punch]
  return next === null ? own : [...own, ...(await placesOf(trx, merchantId, before, staffId, next))]
}
