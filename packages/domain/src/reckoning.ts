import { LATE_AFTER } from './policy'
import { type EpochMs, plus } from './time'
import type { VerdictFlag } from './verdict'

/** What the server knows about the time of one operation. */
export interface ClockReadings {
  /** The tablet's wall clock at the operation. */
  readonly at: EpochMs
  /** Server − tablet as the tablet knew it, or `null`. */
  readonly offset_ms: number | null
  /** The tablet's wall clock when it sent the batch. */
  readonly sent_at: EpochMs
  readonly received_at: EpochMs
  /** Reckoned time of the op with the next lower `seq` that is known by then. */
  readonly previous: EpochMs | undefined
}

/**
 * The server's reckoning of when an operation occurred: deterministic, never after its
 * arrival, never before the operation that precedes it on the same tablet.
 */
export function reckon(clock: ClockReadings): {
  readonly occurred_at: EpochMs
  readonly flags: readonly VerdictFlag[]
} {
  const flags: VerdictFlag[] = []
  if (clock.offset_ms === null) flags.push('CLOCK_UNCERTAIN')
  let occurredAt = plus(clock.at, clock.offset_ms ?? clock.received_at - clock.sent_at)
  if (occurredAt > clock.received_at) {
    occurredAt = clock.received_at
    flags.push('CLOCK_AHEAD')
  }
  if (clock.previous !== undefined && occurredAt < clock.previous) {
    occurredAt = clock.previous
    flags.push('CLOCK_BEHIND')
  }
  if (clock.received_at - occurredAt > LATE_AFTER) flags.push('LATE')
  return { occurred_at: occurredAt, flags }
}
