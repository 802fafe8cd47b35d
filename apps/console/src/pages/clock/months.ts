import type { DayRange } from '../../api/clock'

/** `2026-11` of a moment in a zone. */
export function monthAt(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' })
    .format(at)
    .slice(0, 7)
}

/** A month as its first and last day. */
export function daysOfMonth(month: string): DayRange {
  const [year = 1970, number = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${last}` }
}

/** So many months on or back. */
export function shiftMonth(month: string, by: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

export function isMonth(text: string | undefined): text is string {
  return text !== undefined && /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text)
}
