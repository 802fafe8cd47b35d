import type { EpochMs } from '@counterfoil/domain'
import type { Format } from '@counterfoil/messages'

/** The time alone for today, with its day for any other. */
export function whenText(format: Format, at: EpochMs, now: number): string {
  return format.day(at) === format.day(now) ? format.time(at) : format.dateTime(at, now)
}
