import {
  type ClockMoment,
  DEFAULT_SHEET_RULES,
  durationMs,
  type EpochMs,
  HOUR,
  type Id,
  type LocalDay,
  localDayOf,
  nextDay,
  type PunchFact,
  shiftDay,
  type Span,
  startOfDay,
  type Timesheet,
  timesheet,
} from '@counterfoil/domain'
import type { ClockDay, OwnClock } from '../kiosk-clock'

/** Today and the thirteen days before. */
const DAYS = 14
/** Who comes back later than this forgot to clock out; before that the shift goes on. */
const FORGOTTEN = 24 * HOUR
/** Stands for a clock-out at this moment, so that a shift that goes on counts up to now. */
const NOW_ID = 'now'

export interface Place {
  readonly store_id: Id
  readonly time_zone: string
}

/** A person's last two weeks, read by the same rules as the merchant's sheets. Pure. */
export function ownClock(punches: readonly PunchFact[], place: Place, at: EpochMs): OwnClock {
  const { store_id, time_zone } = place
  const moments = punches.map((punch) => ({ ...punch, store_id }))
  const now = Math.max(at, ...moments.map((one) => one.at)) as EpochMs
  const today = localDayOf(now, time_zone)
  const read = (list: readonly ClockMoment[]): Timesheet =>
    timesheet({
      punches: list,
      amendments: [],
      rules: DEFAULT_SHEET_RULES,
      zoneOf: () => time_zone,
      from: shiftDay(today, 1 - DAYS),
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
    store_id,
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

function daysOfSheet(sheet: Timesheet, timeZone: string): readonly ClockDay[] {
  const named = new Set([
    ...sheet.days.keys(),
    ...sheet.shifts.map(({ day }) => day),
    ...sheet.anomalies.map(({ day }) => day),
  ])
  const latestFirst = [...named].sort((a, b) => (a < b ? 1 : -1))
  return latestFirst.map((day) => dayOfSheet(sheet, day, timeZone))
}

function dayOfSheet(sheet: Timesheet, day: LocalDay, timeZone: string): ClockDay {
  const empty = emptyDay(day, timeZone)
  const spans = sheet.shifts.flatMap((shift) => clip(shift.spans, empty))
  const breaks = sheet.shifts.flatMap((shift) => clip(shift.breaks, empty))
  const unclear = sheet.anomalies.some(
    (one) => one.day === day && (one.kind === 'MISSING_OUT' || one.kind === 'MISSING_IN'),
  )
  return { ...empty, ...sheet.days.get(day), spans, breaks, unclear }
}

function emptyDay(day: LocalDay, timeZone: string): ClockDay {
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
