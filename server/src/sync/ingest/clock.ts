import {
  type EpochMs,
  epochMs,
  formatInstant,
  type Instant,
  instantMs,
  plus,
  reckon,
  type VerdictFlag,
} from '@counterfoil/domain'

/** Both clocks at the arrival of a batch. */
export interface BatchClock {
  /** The tablet's. */
  readonly sent_at: EpochMs
  /** The server's. */
  readonly received_at: EpochMs
}

export interface OpClock {
  readonly at: Instant | null
  readonly offset_ms: number | null
}

/** 1900, before any till: what calendars, time zones and the database agree on. */
export const EARLIEST = epochMs(Date.UTC(1900, 0, 1))

/** When an op occurred by its own clock readings alone, never after its arrival. */
export function reckonAlone(
  op: { readonly at: Instant; readonly offset_ms: number | null },
  clock: BatchClock,
): EpochMs {
  return reckonIn(op, clock, undefined).occurred_at
}

/**
 * An op whose own clock cannot be read has the time of the one before it.
 * @param previous time of the op with the next lower `seq`, if there is one
 */
export function reckonIn(
  op: OpClock,
  clock: BatchClock,
  previous: EpochMs | undefined,
): { readonly occurred_at: EpochMs; readonly flags: readonly VerdictFlag[] } {
  if (op.at === null) {
    return { occurred_at: previous ?? clock.received_at, flags: ['CLOCK_UNCERTAIN'] }
  }
  const shift = op.offset_ms ?? clock.received_at - clock.sent_at
  const said = instantMs(op.at)
  const at = plus(said, Math.max(0, EARLIEST - shift - said))
  // Field by field: whoever has a whole batch at hand gives it as its clock.
  const { sent_at, received_at } = clock
  return reckon({ at, offset_ms: op.offset_ms, sent_at, received_at, previous })
}

/** RFC 3339 for the database; years that it does not know become the earliest we take. */
export function storable(at: EpochMs): Instant {
  return formatInstant(epochMs(Math.max(at, EARLIEST)))
}
