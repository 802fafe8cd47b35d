import { isLocalDay, shiftDay } from '@counterfoil/domain'
import type { DayRange } from '../../api/clock'

/** How much of the calendar is looked at. */
export type SpanKind = 'month' | 'week'

/** A month or a week as its first and last day. */
export function rangeOf(kind: SpanKind, day: string): DayRange {
  if (kind === 'week') {
    const from = mondayOf(day)
    return { from, to: shiftDay(from, 6) }
  }
  const [year = 1970, number = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-${last}` }
}

/** The first day of the month or week so many on or back. */
export function shiftRange(kind: SpanKind, day: string, by: number): string {
  if (kind === 'week') return shiftDay(mondayOf(day), 7 * by)
  const [year = 1970, number = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 10)
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return shiftDay(day, -((weekday + 6) % 7))
}

/** Every day of a range, in order. */
export function daysIn({ from, to }: DayRange): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = shiftDay(day, 1)) days.push(day)
  return days
}

export function isDay(text: string | undefined): text is string {
  return text !== undefined && isLocalDay(text)
}
