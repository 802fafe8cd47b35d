import {
  countDays,
  type EpochMs,
  type Id,
  type LocalDay,
  localDayOf,
  MOST_SHEET_DAYS,
  monthOf,
  nextDay,
  SHEET_MARGIN_DAYS,
  shiftDay,
  startOfDay,
} from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'

export interface StoreZone {
  readonly id: Id
  readonly name: string
  readonly time_zone: string
}

export interface AskedRange {
  readonly store_id?: Id | undefined
  readonly from?: LocalDay | undefined
  readonly to?: LocalDay | undefined
}

/** Days of the stores' own calendars, and the instants that hold them all, with a margin. */
export interface SheetRange {
  readonly from: LocalDay
  readonly to: LocalDay
  readonly store_id: Id | undefined
  readonly stores: readonly StoreZone[]
  readonly zoneOf: (storeId: Id) => string
  readonly facts: { readonly from: EpochMs; readonly until: EpochMs }
}

/**
 * The days that are meant: those given, or the present month where the (first) store is.
 * @throws ProblemError NOT_FOUND for a foreign store, VALIDATION for a range that ends before it
 *   begins or is longer than {@link MOST_SHEET_DAYS} days
 */
export async function readRange(
  db: Kysely<Database>,
  merchantId: Id,
  asked: AskedRange,
  now: EpochMs,
): Promise<SheetRange> {
  const stores = await db
    .selectFrom('store')
    .select(['id', 'name', 'time_zone'])
    .where('merchant_id', '=', merchantId)
    .orderBy('code')
    .execute()
  const zones = new Map(stores.map(({ id, time_zone }) => [id, time_zone]))
  if (asked.store_id !== undefined && !zones.has(asked.store_id)) {
    throw new ProblemError('NOT_FOUND', 'There is no such store.')
  }
  const place = zones.get(asked.store_id ?? '') ?? stores[0]?.time_zone ?? 'UTC'
  const { from, to } = daysOf(asked, localDayOf(now, place))
  const all = [...new Set(zones.values()), place]
  const first = shiftDay(from, -SHEET_MARGIN_DAYS)
  const last = nextDay(shiftDay(to, SHEET_MARGIN_DAYS))
  return {
    from,
    to,
    store_id: asked.store_id,
    stores,
    zoneOf: (id) => zones.get(id) ?? place,
    facts: {
      from: Math.min(...all.map((zone) => startOfDay(first, zone))) as EpochMs,
      until: Math.max(...all.map((zone) => startOfDay(last, zone))) as EpochMs,
    },
  }
}

function daysOf(asked: AskedRange, today: LocalDay): { from: LocalDay; to: LocalDay } {
  const from = asked.from ?? (asked.to === undefined ? firstOf(today) : firstOf(asked.to))
  const to = asked.to ?? lastOf(from)
  const days = countDays(from, to)
  if (days < 1 || days > MOST_SHEET_DAYS) {
    throw new ProblemError(
      'VALIDATION',
      `A range is of 1 to ${MOST_SHEET_DAYS} days and does not end before it begins.`,
      {
        errors: [{ pointer: '/to', message: 'does not fit the first day', code: 'NOT_AVAILABLE' }],
      },
    )
  }
  return { from, to }
}

const firstOf = (day: LocalDay): LocalDay => `${monthOf(day)}-01`

function lastOf(day: LocalDay): LocalDay {
  return shiftDay(firstOf(shiftDay(firstOf(day), 31)), -1)
}
