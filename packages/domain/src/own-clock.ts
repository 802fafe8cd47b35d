import type { ClockMoment } from './clock-record'
import { OWN_DAYS } from './clock-facts'
import { type LocalDay, localDayOf, nextDay, startOfDay } from './day'
import type { Id } from './ids'
import { shiftDay } from './sheet-days'
import type { SheetRules } from './sheet-rules'
import type { Span } from './spans'
import { durationMs, type DurationMs, type EpochMs, HOUR } from './time'
import { type Timesheet, timesheet } from './timesheet'

export type ClockState = 'in' | 'break' | 'out'

/** A person's own time, as they are shown it at the clock and on their phone. */
export interface OwnClock {
  readonly presence: ClockState
  /** When the shift, or the break, began; `null` for whoever is out. */
  readonly since: EpochMs | null
  /** What is going on counts up to now. */
  readonly today: OwnDay
  /** Those with any punch, the latest first, today among them. */
  readonly days: readonly OwnDay[]
  readonly worked: DurationMs
}

/** One local day. */
export interface OwnDay {
  readonly day: LocalDay
  /** Its first instant, and the first of the next. */
  readonly from: EpochMs
  readonly until: EpochMs
  readonly worked: DurationMs
  readonly paused: DurationMs
  readonly spans: readonly Span[]
  readonly breaks: readonly Span[]
  /** A clock-in or a clock-out is missing. */
  readonly unclear: boolean
}

/** Who comes back later than this forgot to clock out; before that the shift goes on. */
const FORGOTTEN = 24 * HOUR
/** Stands for a clock-out at this moment, so that a shift that goes on counts up to now. */
const NOW_ID = 'now'

/** Where somebody asks, and how punches are read there. */
export interface OwnPlace {
  /** Its days are shown. */
  readonly time_zone: string
  readonly zoneOf: (storeId: Id) => string
  readonly rules: SheetRules
}

/**
 * a person's last two weeks, read by the same rules as the merchant's sheets. Whoever clocked
 * in is at work until a clock-out is told, however long ago; after 24 hours that adds nothing more.
 *
 * @param moments those of the last fifteen days that count, in any order
 */
export function ownClock(
  moments: readonly ClockMoment[],
  { time_zone, zoneOf, rules }: OwnPlace,
  at: EpochMs,
): OwnClock {
  const now = Math.max(at, ...moments.map((one) => one.at)) as EpochMs
  const today = localDayOf(now, time_zone)
  const read = (list: readonly ClockMoment[]): Timesheet =>
    timesheet({
      punches: list,
      amendments: [],
      rules,
      zoneOf,
      from: shiftDay(today, 1 - OWN_DAYS),
      to: today,
      now,
    })
  const told = read(moments)
  const open = told.shifts.findLast((shift) => shift.end === null)?.raw
  const present = open !== undefined && open === told.shifts.at(-1)?.raw ? open : undefined
  const last = present?.breaks.at(-1) ?? present?.start
  const lost = last !== undefined && now - last.at > FORGOTTEN
  const until: ClockMoment = {
    op_id: NOW_ID,
    action: 'out',
    at: now,
    seq: Number.MAX_SAFE_INTEGER,
    store_id: present?.start.store_id ?? '',
  }
  const sheet = present === undefined || lost ? told : read([...moments, until])
  const days = daysOfSheet(sheet, time_zone)
  return {
    ...presenceOf(present),
    today: days.find(({ day }) => day === today) ?? emptyDay(today, time_zone),
    days,
    worked: sheet.total.worked,
  }
}

function presenceOf(
  shift: Timesheet['shifts'][number]['raw'] | undefined,
): Pick<OwnClock, 'presence' | 'since'> {
  if (shift === undefined) return { presence: 'out', since: null }
  const last = shift.breaks.at(-1)
  return last?.action === 'break_start'
    ? { presence: 'break', since: last.at }
    : { presence: 'in', since: shift.start.at }
}

function daysOfSheet(sheet: Timesheet, timeZone: string): readonly OwnDay[] {
  const named = new Set([
    ...sheet.days.keys(),
    ...sheet.shifts.map(({ day }) => day),
    ...sheet.anomalies.map(({ day }) => day),
  ])
  const latestFirst = [...named].sort((a, b) => (a < b ? 1 : -1))
  return latestFirst.map((day) => dayOfSheet(sheet, day, timeZone))
}

function dayOfSheet(sheet: Timesheet, day: LocalDay, timeZone: string): OwnDay {
  const empty = emptyDay(day, timeZone)
  const spans = sheet.shifts.flatMap((shift) => clip(shift.spans, empty))
  const breaks = sheet.shifts.flatMap((shift) => clip(shift.breaks, empty))
  const unclear = sheet.anomalies.some(
    (one) => one.day === day && (one.kind === 'MISSING_OUT' || one.kind === 'MISSING_IN'),
  )
  return { ...empty, ...sheet.days.get(day), spans, breaks, unclear }
}

function emptyDay(day: LocalDay, timeZone: string): OwnDay {
  const from = startOfDay(day, timeZone)
  const until = startOfDay(nextDay(day), timeZone)
  const nothing = { worked: durationMs(0), paused: durationMs(0), spans: [], breaks: [] }
  return { day, from, until, ...nothing, unclear: false }
}

/** What of the spans lies in the day. */
function clip(spans: readonly Span[], { from, until }: Span): readonly Span[] {
  return spans
    .map((span) => ({
      from: Math.max(span.from, from) as EpochMs,
      until: Math.min(span.until, until) as EpochMs,
    }))
    .filter((span) => span.from < span.until)
}
