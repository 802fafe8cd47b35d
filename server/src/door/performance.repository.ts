import { formatInstant, type Id, type Instant, instantMs } from '@counterfoil/domain'
import type { Performance } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { announce } from './announcements'
import { settleLeases } from './lease.repository'
import { toldOf } from './performance-change'
import { requirePerformance } from './performance.query'
import { checkBookingWindow, placeOf } from './performance-place'

export interface PerformanceRules {
  readonly title: string
  readonly starts_at: Instant
  readonly opens_at: Instant | null
  readonly capacity: number
  readonly reentry: boolean
  readonly pin_required: boolean
  readonly show_id: Id | null
  readonly venue_id: Id | null
  readonly booking_opens_at: Instant | null
  readonly booking_closes_at: Instant | null
  readonly listed: boolean
  readonly max_party: number
}

export interface NewPerformance extends PerformanceRules {
  /** Of the venue, or of the merchant's first store, where it is not said. */
  readonly time_zone?: string | undefined
}

/** @throws ProblemError `NOT_FOUND` for a show or venue that is not there, `VALIDATION` */
export function createPerformance(by: ChangeBy, body: NewPerformance): Promise<Performance> {
  const { merchant_id } = by.caller
  const id = by.deps.newId()
  return change(by, 'performance.create', ['door'], async (trx) => {
    const created_at = formatInstant(by.now)
    checkBookingWindow(body)
    const place = await placeOf(trx, merchant_id, body)
    const time_zone = body.time_zone ?? place.time_zone
    await trx
      .insertInto('performance')
      .values({ ...body, time_zone, id, merchant_id, created_at })
      .execute()
    const answer = await requirePerformance(trx, merchant_id, id)
    const feed = [await toldOf(trx, merchant_id, id)]
    return { answer, subject_id: id, detail: { ...body }, feed }
  })
}

type All = PerformanceRules & { readonly active: boolean; readonly time_zone: string }
type PerformancePatch = { readonly [K in keyof All]?: All[K] | undefined }

/** Verdicts that were given stand: a smaller capacity lets nobody in until enough have left. */
export function updatePerformance(
  by: ChangeBy,
  id: Id,
  patch: PerformancePatch,
): Promise<Performance> {
  const { merchant_id } = by.caller
  return change(by, 'performance.update', ['door'], async (trx) => {
    // Nothing given would be an update of nothing, which SQL does not know.
    const before = await requirePerformance(trx, merchant_id, id)
    checkBookingWindow({ ...before, ...given(patch) })
    await placeOf(trx, merchant_id, changedPlace(before, given(patch)))
    await trx
      .updateTable('performance')
      .set({ active: before.active, ...given(patch) })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    await settleLeases(trx, merchant_id, id)
    await tellIfOff(trx, by, before, patch)
    const answer = await requirePerformance(trx, merchant_id, id)
    const detail = { title: answer.title, ...given(patch) }
    return { answer, subject_id: id, detail, feed: [await toldOf(trx, merchant_id, id)] }
  })
}

/** Nobody is told of what is over. */
async function tellIfOff(
  trx: Transaction<Database>,
  by: ChangeBy,
  { id, active, starts_at }: Performance,
  patch: PerformancePatch,
): Promise<void> {
  const after = patch.active ?? active
  const begins = instantMs(patch.starts_at ?? starts_at)
  if (after === active || begins <= by.now) return
  await announce(trx, by, id, after ? 'takes_place' : 'called_off')
}

/** What was put away stays where it is named already. */
function changedPlace(before: Performance, { show_id, venue_id }: Partial<All>) {
  return {
    show_id: show_id === before.show_id ? null : (show_id ?? null),
    venue_id: venue_id === before.venue_id ? null : (venue_id ?? null),
  }
}

function given(patch: PerformancePatch): Partial<All> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
