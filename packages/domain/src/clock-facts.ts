import type { Id } from './ids'
import type { PunchAction } from './op'
import { durationMs, type EpochMs, HOUR } from './time'

/** How much of their own time people see at the clock: today and the days before. */
export const OWN_DAYS = 14
/** What a tablet is told for that: a day more, so that the shift over the first midnight is whole. */
export const OWN_PUNCHES_KEPT = durationMs((OWN_DAYS + 1) * 24 * HOUR)

/** One punch that counts: accepted (or accepted by review) and not voided. */
export interface PunchFact {
  readonly op_id: Id
  readonly action: PunchAction
  readonly at: EpochMs
  /** Its number on its tablet; tells which of two at one moment came first. */
  readonly seq: number | null
  /** Added by an amendment: told by a manager, not by the person. */
  readonly manual?: boolean
}

/** Days of a store whose sheets are frozen, `[from, until)`. */
export interface ClosedPeriod {
  readonly id: Id
  readonly from: EpochMs
  readonly until: EpochMs
}

/** the closed period that a moment lies in. */
export function closedPeriodOf(
  periods: readonly ClosedPeriod[],
  at: EpochMs,
): ClosedPeriod | undefined {
  return periods.find(({ from, until }) => from <= at && at < until)
}

/** What people told the clock, as far as the operations are about them. */
export interface ClockWorld {
  /**
   * By person, every punch that counts around the operations: the minute on both sides of them,
   * and from the last `in` or `out` before that to the first after it.
   */
  readonly punches: Map<Id, readonly PunchFact[]>
  /** Of the store at hand; a tablet knows of none. */
  readonly closed_periods: ClosedPeriod[]
}

export interface ClockEffects {
  punch: { readonly staff_id: Id; readonly punch: PunchFact }
  punch_voided: { readonly staff_id: Id; readonly op_id: Id }
}

export function emptyClock(): ClockWorld {
  return { punches: new Map(), closed_periods: [] }
}
