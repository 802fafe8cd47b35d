import { type EpochMs, HOUR, plus } from './time'

/** A calendar day as a place counts it, `2026-03-29`. */
export type LocalDay = string

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
}

/** Local wall-clock time read as if it were UTC; its difference from `at` is the zone's offset. */
function wallClock(at: EpochMs, timeZone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatterFor(timeZone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Whether the runtime knows this IANA zone name. */
export function isTimeZone(name: string): boolean {
  try {
    formatterFor(name)
    return true
  } catch {
    return false
  }
}

/**
 * The calendar day of an instant in a zone.
 * @throws RangeError for a zone the runtime does not know
 */
export function localDayOf(at: EpochMs, timeZone: string): LocalDay {
  return new Date(wallClock(at, timeZone)).toISOString().slice(0, 10)
}

/** Days whose start was looked for before; nearly all operations are of a few days. */
const starts = new Map<string, EpochMs>()
const MOST_STARTS = 2000

/** First instant of a local day: midnight, or the first moment after it where midnight is skipped. */
export function startOfDay(day: LocalDay, timeZone: string): EpochMs {
  const name = `${timeZone} ${day}`
  const known = starts.get(name)
  if (known !== undefined) return known
  const found = findStart(day, timeZone)
  if (starts.size >= MOST_STARTS) starts.clear()
  starts.set(name, found)
  return found
}

function findStart(day: LocalDay, timeZone: string): EpochMs {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  let low = plus(midnight as EpochMs, -26 * HOUR)
  let high = plus(midnight as EpochMs, 26 * HOUR)
  // The local date never goes back over midnight by more than a day, so it can be halved.
  while (high - low > 1) {
    const middle = plus(low, Math.floor((high - low) / 2))
    if (localDayOf(middle, timeZone) < day) low = middle
    else high = middle
  }
  return high
}

/** The day after, as a calendar counts (month and year ends included). */
export function nextDay(day: LocalDay): LocalDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10)
}

interface DayBounds {
  readonly from: EpochMs
  readonly until: EpochMs
}

/** The day asked for last, by zone: operations come in crowds of the same day. */
const latestDay = new Map<string, DayBounds>()

/** `[from, until)` of the local day that `at` lies in; 23, 24 or 25 hours long. */
export function dayBounds(at: EpochMs, timeZone: string): DayBounds {
  const latest = latestDay.get(timeZone)
  if (latest !== undefined && latest.from <= at && at < latest.until) return latest
  const day = localDayOf(at, timeZone)
  const bounds = { from: startOfDay(day, timeZone), until: startOfDay(nextDay(day), timeZone) }
  latestDay.set(timeZone, bounds)
  return bounds
}

/** The time of day that a place's clock shows, `20:05`. */
export function localTimeOf(at: EpochMs, timeZone: string): string {
  return new Date(wallClock(at, timeZone)).toISOString().slice(11, 16)
}

/**
 * The instant at which a place's clock shows a day and a time. A time that the night of a clock
 * change skips is read as if the clock had not been put forward; of one that comes twice, the first.
 *
 * @param time `HH:MM`
 * @returns `undefined` when day or time are none
 */
export function instantAt(day: LocalDay, time: string, timeZone: string): EpochMs | undefined {
  if (!/^\d{4,6}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time)) return undefined
  const wall = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(wall)) return undefined
  const offsetAt = (at: number) => wallClock(at as EpochMs, timeZone) - at
  // No zone is further than 26 hours off: these are the offsets on either side of any change.
  const before = wall - offsetAt(wall - 26 * HOUR)
  const after = wall - offsetAt(wall + 26 * HOUR)
  const fits = [before, after].filter((at) => wallClock(at as EpochMs, timeZone) === wall)
  return (fits.length === 0 ? before : Math.min(...fits)) as EpochMs
}
