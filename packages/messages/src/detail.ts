import type { VerdictDetail } from '@counterfoil/domain'
import type { Format, Instant } from './format'
import type { VerdictDetailText } from './texts'

const number = (value: unknown) => (typeof value === 'number' ? value : undefined)
const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** The unknown `first` of a ticket's detail, which the wire carries as an object. */
function firstOf(value: unknown): { at?: unknown; device_label?: unknown } {
  return typeof value === 'object' && value !== null ? value : {}
}

/**
 * A verdict's detail as the wire carries it, ready for a `VerdictText`'s sentence: instants become
 * "14:35", or "Fri 20 Nov, 14:35" when they are not on the day of `now`.
 */
export function verdictDetailText(
  detail: VerdictDetail | Readonly<Record<string, unknown>>,
  format: Format,
  now: Instant,
): VerdictDetailText {
  const when = (value: unknown) => {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined
    return format.day(value) === format.day(now) ? format.time(value) : format.dateTime(value, now)
  }
  const first = firstOf(detail['first'])
  return {
    attempts_left: number(detail['attempts_left']),
    locked_until: when(detail['locked_until']),
    retry_at: when(detail['retry_at']),
    limit: number(detail['limit']),
    balance: number(detail['balance']),
    needed: number(detail['needed']),
    first_at: when(first.at ?? detail['first_at']),
    first_place: text(first.device_label),
    capacity: number(detail['capacity']),
    inside: number(detail['inside']),
    leased: number(detail['leased']),
    kept: number(detail['kept']),
    opens_at: when(detail['opens_at']),
  }
}
