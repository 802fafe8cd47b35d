import { type DurationMs, durationMs, type EpochMs, MINUTE, plus } from './time'

/** Which way a time is moved to the grid. */
export const ROUNDINGS = ['down', 'nearest', 'up'] as const
export type Rounding = (typeof ROUNDINGS)[number]

export interface AutomaticBreak {
  /** Work of one shift, breaks not counted, beyond which it applies. */
  readonly after_minutes: number
  /** Break of the whole shift that is then due; what was taken counts towards it. */
  readonly minutes: number
}

/** How a merchant reads punches; the punches themselves are never touched. */
export interface SheetRules {
  /** The grid, in minutes from the start of the local day; 0: to the millisecond. */
  readonly round_minutes: number
  /** For clocking in and coming back from a break. */
  readonly round_coming: Rounding
  /** For clocking out and going on a break. */
  readonly round_going: Rounding
  readonly automatic_breaks: readonly AutomaticBreak[]
}

/** Whole minutes as a clock on the wall shows them, and no break that nobody took. */
export const DEFAULT_SHEET_RULES: SheetRules = {
  round_minutes: 1,
  round_coming: 'down',
  round_going: 'down',
  automatic_breaks: [],
}

const STEP: Readonly<Record<Rounding, (steps: number) => number>> = {
  down: Math.floor,
  nearest: Math.round,
  up: Math.ceil,
}

/**
 * a time on the merchant's grid, which begins at the first instant of the local day. Exactly
 * between two, `nearest` takes the later.
 */
export function roundTime(
  at: EpochMs,
  dayStart: EpochMs,
  minutes: number,
  rounding: Rounding,
): EpochMs {
  if (minutes === 0) return at
  const grid = minutes * MINUTE
  return plus(dayStart, STEP[rounding]((at - dayStart) / grid) * grid)
}

export interface BreakDue {
  /** Work of the shift after which it is taken. */
  readonly after: DurationMs
  readonly length: DurationMs
}

/**
 * the break that a shift owes. Of all rules that apply the longest; breaks that were taken
 * count towards it, and it never brings the work below the rule's own threshold.
 * @returns `undefined` when nothing is owed
 */
export function breakDue(
  rules: readonly AutomaticBreak[],
  worked: DurationMs,
  taken: DurationMs,
): BreakDue | undefined {
  let due: BreakDue | undefined
  for (const { after_minutes, minutes } of rules) {
    const after = durationMs(after_minutes * MINUTE)
    const length = durationMs(Math.min(minutes * MINUTE - taken, worked - after))
    if (length > 0 && (due === undefined || length > due.length)) due = { after, length }
  }
  return due
}
