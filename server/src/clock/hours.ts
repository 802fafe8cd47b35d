import { type DurationMs, HOUR, MINUTE } from '@counterfoil/domain'

/** `7:45`, to the nearest minute; hours go on beyond 24. */
export function hoursAndMinutes(length: DurationMs): string {
  const minutes = Math.round(length / MINUTE)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** `7.75`: decimal hours with a point, for programs. */
export function decimalHours(length: DurationMs): string {
  return ((Math.round(length / MINUTE) * MINUTE) / HOUR).toFixed(2)
}
