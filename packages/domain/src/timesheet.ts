import { type Amendment, type ClockMoment, standingMoments } from './clock-record'
import { type LocalDay, localDayOf } from './day'
import type { Id } from './ids'
import { type Days, daysOf, isoWeekOf, monthOf, shiftDay } from './sheet-days'
import { roundTime, type SheetRules } from './sheet-rules'
import { type Anomaly, type RawShift, readShifts } from './shifts'
import { lengthOf, type ShiftSpans, type Span, spansOf } from './spans'
import { durationMs, type DurationMs, type EpochMs, HOUR } from './time'

/** Everything that a sheet of one person is made of. */
export interface SheetInput {
  /** Of one person, that count by themselves, at all stores; some days beyond the range help. */
  readonly punches: readonly ClockMoment[]
  readonly amendments: readonly Amendment[]
  readonly rules: SheetRules
  /** IANA zone of a store. */
  readonly zoneOf: (storeId: Id) => string
  /** First and last local day, both included. */
  readonly from: LocalDay
  readonly to: LocalDay
  /** Only shifts that began at this store. */
  readonly store_id?: Id | undefined
  readonly now: EpochMs
}

/** A shift as it stands in the sheet, with the punches it was read from. */
export interface SheetShift extends ShiftSpans {
  /** Where it began: its zone says which day it is. */
  readonly store_id: Id
  readonly day: LocalDay
  readonly raw: RawShift
  readonly worked: DurationMs
  readonly paused: DurationMs
}

/** Work and breaks of a local day, an ISO week or a month. */
export interface SheetTotal {
  readonly worked: DurationMs
  readonly paused: DurationMs
}

export interface Timesheet {
  readonly shifts: readonly SheetShift[]
  readonly anomalies: readonly (Anomaly & { readonly day: LocalDay })[]
  /** Days, weeks and months with any work or break in the range, in order. */
  readonly days: ReadonlyMap<LocalDay, SheetTotal>
  readonly weeks: ReadonlyMap<string, SheetTotal>
  readonly months: ReadonlyMap<string, SheetTotal>
  /** Of all days in the range. */
  readonly total: SheetTotal
}

/** A shift that began this many days before the range may reach into it. */
export const SHEET_MARGIN_DAYS = 3

/**
 * one person's time sheet, from nothing but punches and amendments that count. The
 * same facts in any order give the same sheet; totals are sums of its spans.
 *
 * A day is one of the store's zone where the shift began. A span over midnight belongs to both
 * days, each with its part; on the nights when clocks are changed, hours that passed are counted,
 * not those the clock shows.
 */
export function timesheet(input: SheetInput): Timesheet {
  const { rules, from, to, now } = input
  const moments = standingMoments(input.punches, input.amendments)
  const { shifts, anomalies } = readShifts(moments, now)
  const zones = new Zones(input, moments)
  const round = ({ action, at, store_id }: ClockMoment): EpochMs => {
    const day = zones.of(store_id).at(at)
    const coming = action === 'in' || action === 'break_end'
    const rounding = coming ? rules.round_coming : rules.round_going
    return day === undefined ? at : roundTime(at, day.from, rules.round_minutes, rounding)
  }
  const inRange = (day: LocalDay | undefined): day is LocalDay =>
    day !== undefined && day >= from && day <= to
  const here = (storeId: Id): boolean => input.store_id === undefined || input.store_id === storeId
  const sums = new Sums()
  const shown: SheetShift[] = []
  let ended: EpochMs | undefined
  for (const raw of shifts) {
    const read = spansOf(raw, rules, round, ended)
    ended = read.end ?? read.breaks.at(-1)?.until ?? read.spans.at(-1)?.until ?? read.start
    const { store_id } = raw.start
    const days = zones.of(store_id)
    if (!here(store_id)) continue
    const touched = sums.add(read, days, inRange)
    const day = days.at(read.start)?.day
    if (day === undefined || !(touched || inRange(day))) continue
    const worked = lengthOf(read.spans)
    shown.push({ ...read, store_id, day, raw, worked, paused: lengthOf(read.breaks) })
  }
  const odd = anomalies.flatMap((one) => {
    const day = zones.of(one.store_id).at(one.at)?.day
    return inRange(day) && here(one.store_id) ? [{ ...one, day }] : []
  })
  odd.sort((a, b) => a.at - b.at)
  return { shifts: shown, anomalies: odd, ...sums.totals() }
}

const DAY = 24 * HOUR

/** The days of the range and of all moments, in every zone that is asked for. */
class Zones {
  readonly #byStore = new Map<Id, Days>()
  readonly #byZone = new Map<string, Days>()
  constructor(
    readonly input: Pick<SheetInput, 'from' | 'to' | 'zoneOf'>,
    readonly moments: readonly ClockMoment[],
  ) {}

  of(storeId: Id): Days {
    const known = this.#byStore.get(storeId)
    if (known !== undefined) return known
    const zone = this.input.zoneOf(storeId)
    const days = this.#byZone.get(zone) ?? this.#daysIn(zone)
    this.#byZone.set(zone, days)
    this.#byStore.set(storeId, days)
    return days
  }

  #daysIn(zone: string): Days {
    const { from, to } = this.input
    // The same for everybody whose moments lie near the range, which is nearly everybody.
    const margin = SHEET_MARGIN_DAYS + 1
    const usual = daysOf(shiftDay(from, -margin), shiftDay(to, margin), zone)
    const [earliest, latest] = [this.moments[0]?.at, this.moments.at(-1)?.at]
    const fits =
      (earliest === undefined || earliest >= usual.from + DAY) &&
      (latest === undefined || latest < usual.until - DAY)
    if (fits) return usual
    const [first, last] = [this.moments[0], this.moments.at(-1)].map((one) =>
      one === undefined ? undefined : localDayOf(one.at, zone),
    )
    const begin = first === undefined || first > from ? from : first
    const end = last === undefined || last < to ? to : last
    return daysOf(shiftDay(begin, -1), shiftDay(end, 1), zone)
  }
}

interface Sum {
  worked: number
  paused: number
}

class Sums {
  readonly #days = new Map<LocalDay, Sum>()

  /** @returns whether any of the shift lies in the range */
  add(
    { spans, breaks }: ShiftSpans,
    days: Days,
    inRange: (day: LocalDay | undefined) => boolean,
  ): boolean {
    let touched = false
    const put = (list: readonly Span[], field: keyof Sum): void => {
      for (const { day, length } of list.flatMap((span) => byDay(span, days))) {
        if (!inRange(day)) continue
        touched = true
        const sum = this.#days.get(day) ?? { worked: 0, paused: 0 }
        sum[field] += length
        this.#days.set(day, sum)
      }
    }
    put(spans, 'worked')
    put(breaks, 'paused')
    return touched
  }

  totals(): Pick<Timesheet, 'days' | 'weeks' | 'months' | 'total'> {
    const sorted = [...this.#days].sort(([a], [b]) => (a < b ? -1 : 1))
    const days = new Map(sorted.map(([day, sum]) => [day, totalOf(sum)]))
    const total: Sum = { worked: 0, paused: 0 }
    for (const [, sum] of sorted) addTo(total, sum)
    const weeks = grouped(sorted, isoWeekOf)
    return { days, weeks, months: grouped(sorted, monthOf), total: totalOf(total) }
  }
}

function byDay({ from, until }: Span, days: Days): { day: LocalDay; length: number }[] {
  const parts: { day: LocalDay; length: number }[] = []
  let at = from
  while (at < until) {
    const found = days.at(at)
    if (found === undefined) break
    const end = Math.min(found.until, until) as EpochMs
    parts.push({ day: found.day, length: end - at })
    at = end
  }
  return parts
}

function grouped(
  days: readonly (readonly [LocalDay, Sum])[],
  keyOf: (day: LocalDay) => string,
): ReadonlyMap<string, SheetTotal> {
  const sums = new Map<string, Sum>()
  for (const [day, sum] of days) {
    const key = keyOf(day)
    const group = sums.get(key) ?? { worked: 0, paused: 0 }
    addTo(group, sum)
    sums.set(key, group)
  }
  return new Map([...sums].map(([key, sum]) => [key, totalOf(sum)]))
}

function addTo(sum: Sum, { worked, paused }: Sum): void {
  sum.worked += worked
  sum.paused += paused
}

function totalOf({ worked, paused }: Sum): SheetTotal {
  return { worked: durationMs(worked), paused: durationMs(paused) }
}
