import { type LocalDay, nextDay, startOfDay } from './day'
import { type EpochMs, HOUR } from './time'

/** Days asked for at most, so that nobody asks for a thousand years. */
export const MOST_SHEET_DAYS = 400

const DAY = 24 * HOUR

/** Days from 1970-01-01, as a calendar counts. */
function dayNumber(day: LocalDay): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY)
}

/** How many days lie in a range, both ends included; not positive when it ends before it starts. */
export function countDays(from: LocalDay, to: LocalDay): number {
  return dayNumber(to) - dayNumber(from) + 1
}

/** The same day of the calendar, so many days on or back. */
export function shiftDay(day: LocalDay, days: number): LocalDay {
  return new Date((dayNumber(day) + days) * DAY).toISOString().slice(0, 10)
}

/** the ISO 8601 week that a day lies in, `2026-W13`: Monday to Sunday, by its Thursday's year. */
export function isoWeekOf(day: LocalDay): string {
  const number = dayNumber(day)
  const weekday = (((number + 3) % 7) + 7) % 7
  const thursday = new Date((number - weekday + 3) * DAY)
  const year = thursday.getUTCFullYear()
  const firstDay = Math.round(Date.UTC(year, 0, 1) / DAY)
  const week = Math.floor((number - weekday + 3 - firstDay) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** `2026-03` of `2026-03-29`. */
export function monthOf(day: LocalDay): string {
  return day.slice(0, 7)
}

/** Whether a text is a day of the calendar: no 30th of February. */
export function isLocalDay(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

/** Days of one zone in a row, found by their first instants. */
export interface Days {
  /** The first instant of the first day, and the end of the last. */
  readonly from: EpochMs
  readonly until: EpochMs
  /** The day an instant lies in, with its bounds; `undefined` outside. */
  at(
    at: EpochMs,
  ): { readonly day: LocalDay; readonly from: EpochMs; readonly until: EpochMs } | undefined
}

/** The rows asked for last: sheets of many people are made of the same days. */
const latest = new Map<string, Days>()
const MOST_ROWS = 64

/** @param from first day, `to` last one, included */
export function daysOf(from: LocalDay, to: LocalDay, timeZone: string): Days {
  const name = `${from} ${to} ${timeZone}`
  const known = latest.get(name)
  if (known !== undefined) return known
  const days = makeDays(from, to, timeZone)
  if (latest.size >= MOST_ROWS) latest.clear()
  latest.set(name, days)
  return days
}

function makeDays(from: LocalDay, to: LocalDay, timeZone: string): Days {
  const days: LocalDay[] = []
  for (let day = from; day <= to; day = nextDay(day)) days.push(day)
  const starts = [...days, nextDay(to)].map((day) => startOfDay(day, timeZone))
  return {
    from: startOfDay(from, timeZone),
    until: startOfDay(nextDay(to), timeZone),
    at: (at) => {
      let [low, high] = [0, days.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((starts[middle + 1] ?? at) <= at) low = middle + 1
        else high = middle
      }
      const [day, start, until] = [days[low], starts[low], starts[low + 1]]
      if (day === undefined || start === undefined || until === undefined) return undefined
      return at < start ? undefined : { day, from: start, until }
    },
  }
}
