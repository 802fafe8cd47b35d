import {
  countDays,
  type EpochMs,
  formatInstant,
  type Id,
  instantMs,
  type LocalDay,
  MOST_SHEET_DAYS,
  nextDay,
  startOfDay,
} from '@counterfoil/domain'
import type { LaggingDevice, Period } from '@counterfoil/protocol'
import type { Kysely, Transaction } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { requireStore } from '../merchants/store.query'
import { ProblemError } from '../problem-error'
import { appendEntries } from '../sync/append-entries'
import { enterLane } from '../sync/lane'
import type { EntryDraft } from '../sync/ledger-chain'
import { authorOf } from './amend'
import { readProgress } from './completeness.query'
import { requirePeriod } from './period.query'

export interface PeriodBody {
  readonly store_id: Id
  readonly from_day: LocalDay
  readonly to_day: LocalDay
  readonly without: readonly Id[]
  readonly note: string
}

interface Bounds {
  readonly from: EpochMs
  readonly until: EpochMs
}

/**
 * freezes days of a store once every tablet has told all that happened in them, or without
 * those that are named.
 * @throws ProblemError NOT_FOUND; VALIDATION for days that are not over; CONFLICT when some are
 *   closed already, or with `lagging` when tablets have not told all
 */
export function closePeriod(by: ChangeBy, body: PeriodBody): Promise<Period> {
  const { deps, caller, now } = by
  const { merchant_id } = caller
  const { store_id, from_day, to_day, note } = body
  const id = deps.newId()
  return change(by, 'period.close', ['clock', 'ledger'], async (trx) => {
    const store = await requireStore(trx, merchant_id, store_id)
    const bounds = boundsOf(body, store.time_zone, now)
    await requireNoneClosed(trx, merchant_id, store_id, bounds)
    const without = await laggards(trx, merchant_id, body, bounds, now)
    const account_id = authorOf(by)
    const head = await enterLane(trx, merchant_id)
    const days = { from_day, to_day, without: without.map(({ device_id }) => device_id) }
    const entry = draftOf(id, 'period.close', { store_id, at: bounds.until, account_id }, now)
    await appendEntries(trx, merchant_id, head, [
      { ...entry, ...days, period_id: id, note: note === '' ? null : note },
    ])
    await trx
      .insertInto('clock_period')
      .values({
        merchant_id,
        id,
        store_id,
        from_day,
        to_day,
        from: formatInstant(bounds.from),
        until: formatInstant(bounds.until),
        note,
        without: JSON.stringify(without),
        closed_at: formatInstant(now),
        closed_by: account_id,
      })
      .execute()
    const answer = await requirePeriod(trx, merchant_id, id)
    return {
      answer,
      subject_id: id,
      detail: { store_id, name: store.name, ...days, note },
      feed: [],
    }
  })
}

/** @throws ProblemError NOT_FOUND; CONFLICT when it is open already */
export function reopenPeriod(by: ChangeBy, id: Id, reason: string): Promise<Period> {
  const { deps, caller, now } = by
  const { merchant_id } = caller
  return change(by, 'period.reopen', ['clock', 'ledger'], async (trx) => {
    const { store_id, status, until } = await requirePeriod(trx, merchant_id, id)
    if (status !== 'closed') throw new ProblemError('CONFLICT', 'This period is open already.')
    const account_id = authorOf(by)
    const head = await enterLane(trx, merchant_id)
    const about = { store_id, at: instantMs(until), account_id }
    const entry = draftOf(deps.newId(), 'period.reopen', about, now)
    await appendEntries(trx, merchant_id, head, [{ ...entry, period_id: id, note: reason }])
    await trx
      .updateTable('clock_period')
      .set({ reopened_at: formatInstant(now), reopened_by: account_id, reopen_reason: reason })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    const answer = await requirePeriod(trx, merchant_id, id)
    return {
      answer,
      subject_id: id,
      detail: { store_id, name: answer.store_name, reason },
      feed: [],
    }
  })
}

function boundsOf({ from_day, to_day }: PeriodBody, timeZone: string, now: EpochMs): Bounds {
  const days = countDays(from_day, to_day)
  const until = startOfDay(nextDay(to_day), timeZone)
  if (days >= 1 && days <= MOST_SHEET_DAYS && until <= now) {
    return { from: startOfDay(from_day, timeZone), until }
  }
  throw new ProblemError('VALIDATION', 'A period is of days that are over, a year at most.', {
    errors: [{ pointer: '/to_day', message: 'must be over', code: 'NOT_AVAILABLE' }],
  })
}

async function requireNoneClosed(
  db: Kysely<Database>,
  merchantId: Id,
  storeId: Id,
  { from, until }: Bounds,
): Promise<void> {
  const closed = await db
    .selectFrom('clock_period')
    .select(['id', 'from_day', 'to_day'])
    .where('merchant_id', '=', merchantId)
    .where('store_id', '=', storeId)
    .where('reopened_at', 'is', null)
    .where('from', '<', moment(until))
    .where('until', '>', moment(from))
    .executeTakeFirst()
  if (closed === undefined) return
  throw new ProblemError(
    'CONFLICT',
    `The days from ${closed.from_day} to ${closed.to_day} are closed already.`,
    { reason: 'PERIOD_CLOSED', period_id: closed.id },
  )
}

/** Tablets that have not told all up to the end, all of them named. @throws ProblemError CONFLICT */
async function laggards(
  trx: Transaction<Database>,
  merchantId: Id,
  { store_id, without }: PeriodBody,
  { until }: Bounds,
  now: EpochMs,
): Promise<readonly LaggingDevice[]> {
  const [store] = await readProgress(trx, merchantId, now, store_id)
  const lagging = (store?.devices ?? [])
    // A tablet that was paired after the end cannot hold anything of it.
    .filter(({ told_up_to, claimed_at }) => claimed_at < until && (told_up_to ?? 0) < until)
    .map((device) => device.lagging)
  const waited = lagging.filter(({ device_id }) => !without.includes(device_id))
  if (waited.length === 0) return lagging
  const names = waited.map(({ label }) => label).join(', ')
  throw new ProblemError('CONFLICT', `Not all has been heard of these days from: ${names}.`, {
    reason: 'TABLETS_LAG',
    lagging: waited,
  })
}

function draftOf(
  id: Id,
  kind: 'period.close' | 'period.reopen',
  about: { readonly store_id: Id; readonly at: EpochMs; readonly account_id: Id },
  now: EpochMs,
): Omit<EntryDraft, 'note'> {
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
    staff_id: null,
    user_id: about.account_id,
    program_id: null,
    card_id: null,
    stamps: 0,
    target_op_id: null,
  }
}
