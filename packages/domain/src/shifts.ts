import type { ClockMoment } from './clock-record'
import type { Id } from './ids'
import { LONG_SHIFT } from './policy'
import type { EpochMs } from './time'

/** What a person should look at in a sheet. */
export const ANOMALIES = [
  'MISSING_OUT',
  'MISSING_IN',
  'OVERLAP',
  'LONG_SHIFT',
  'BREAK_UNCLEAR',
] as const
export type AnomalyKind = (typeof ANOMALIES)[number]

export interface Anomaly {
  readonly kind: AnomalyKind
  /** The moment that shows it: of a missing end, the end that is there. */
  readonly at: EpochMs
  readonly op_id: Id
  readonly store_id: Id
}

/** From a clock-in to its clock-out, as it was punched. */
export interface RawShift {
  readonly start: ClockMoment
  /** In order, breaks begun and ended by turns. */
  readonly breaks: readonly ClockMoment[]
  /** `null`: at work still, or nobody knows when it ended. */
  readonly end: ClockMoment | null
}

export interface ReadShifts {
  readonly shifts: readonly RawShift[]
  readonly anomalies: readonly Anomaly[]
}

/**
 * reads moments as shifts. Nothing is made up: a stretch with an end missing is shown
 * and not counted.
 * @param moments those that count, of one person, in the order of R-082
 * @param now an open shift whose last moment is longer ago than {@link LONG_SHIFT} lacks its end
 */
export function readShifts(moments: readonly ClockMoment[], now: EpochMs): ReadShifts {
  const { told, anomalies } = withoutRepeats(moments)
  const reading = new Reading(anomalies)
  for (const moment of told) reading.take(moment)
  return reading.finish(now)
}

/**
 * the same shift told twice (in, in … out, out, within the length of a long shift) is one,
 * from its first clock-in to its last clock-out.
 */
function withoutRepeats(moments: readonly ClockMoment[]): {
  told: readonly ClockMoment[]
  anomalies: Anomaly[]
} {
  const dropped = new Set<Id>()
  const anomalies: Anomaly[] = []
  for (const { ins, outs } of runsOf(moments)) {
    const last = outs.at(-1)
    if (last === undefined || ins.length < 2 || outs.length < 2) continue
    const near = ins.filter(({ at }) => last.at - at <= LONG_SHIFT)
    const repeated = near.slice(1)
    const [second] = repeated
    if (second === undefined) continue
    for (const { op_id } of [...repeated, ...outs.slice(0, -1)]) dropped.add(op_id)
    anomalies.push(anomaly('OVERLAP', second))
  }
  return { told: moments.filter(({ op_id }) => !dropped.has(op_id)), anomalies }
}

interface Run {
  readonly ins: ClockMoment[]
  readonly outs: ClockMoment[]
}

/** Clock-ins in a row and the clock-outs in a row behind them; breaks do not matter. */
function runsOf(moments: readonly ClockMoment[]): readonly Run[] {
  const runs: Run[] = []
  let run: Run | undefined
  for (const moment of moments) {
    if (moment.action === 'in') {
      if (run === undefined || run.outs.length > 0) runs.push((run = { ins: [], outs: [] }))
      run.ins.push(moment)
    } else if (moment.action === 'out') run?.outs.push(moment)
  }
  return runs
}

function anomaly(kind: AnomalyKind, { at, op_id, store_id }: ClockMoment): Anomaly {
  return { kind, at, op_id, store_id }
}

interface OpenShift {
  readonly start: ClockMoment
  readonly breaks: ClockMoment[]
}

/** Takes moments in order and makes shifts of them. */
class Reading {
  readonly #shifts: RawShift[] = []
  #open: OpenShift | undefined
  /** A clock-in is known to be missing, and was said so already. */
  #lost = false
  constructor(readonly anomalies: Anomaly[]) {}

  take(moment: ClockMoment): void {
    switch (moment.action) {
      case 'in':
        return this.#begin(moment)
      case 'out':
        return this.#end(moment)
      case 'break_start':
        return this.#pause(moment)
      case 'break_end':
        return this.#resume(moment)
    }
  }

  finish(now: EpochMs): ReadShifts {
    const open = this.#open
    if (open !== undefined) {
      const last = open.breaks.at(-1) ?? open.start
      if (now - last.at > LONG_SHIFT) this.#say('MISSING_OUT', open.start)
      this.#shifts.push({ ...open, end: null })
    }
    return { shifts: this.#shifts, anomalies: this.anomalies }
  }

  #say(kind: AnomalyKind, moment: ClockMoment): void {
    this.anomalies.push(anomaly(kind, moment))
  }

  #begin(start: ClockMoment): void {
    const open = this.#open
    if (open !== undefined) {
      this.#say('MISSING_OUT', open.start)
      this.#shifts.push({ ...open, end: null })
    }
    this.#open = { start, breaks: [] }
    this.#lost = false
  }

  #end(end: ClockMoment): void {
    const open = this.#open
    if (open === undefined) {
      if (!this.#lost) this.#say('MISSING_IN', end)
    } else {
      if (end.at - open.start.at > LONG_SHIFT) this.#say('LONG_SHIFT', end)
      this.#shifts.push({ ...open, end })
    }
    this.#open = undefined
    this.#lost = false
  }

  #pause(moment: ClockMoment): void {
    const open = this.#open
    if (open === undefined) {
      if (!this.#lost) this.#say('MISSING_IN', moment)
      this.#lost = true
    } else if (onBreak(open)) this.#say('BREAK_UNCLEAR', moment)
    else open.breaks.push(moment)
  }

  /** Who comes back from a break is at work, however the shift began. */
  #resume(moment: ClockMoment): void {
    const open = this.#open
    if (open === undefined) {
      if (!this.#lost) this.#say('MISSING_IN', moment)
      this.#open = { start: moment, breaks: [] }
    } else if (onBreak(open)) open.breaks.push(moment)
    else this.#say('BREAK_UNCLEAR', moment)
  }
}

function onBreak({ breaks }: OpenShift): boolean {
  return breaks.at(-1)?.action === 'break_start'
}
