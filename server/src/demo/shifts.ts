import {
  type EpochMs,
  HOUR,
  localDayOf,
  MINUTE,
  plus,
  type PunchAction,
  SECOND,
  shiftDay,
  startOfDay,
} from '@counterfoil/domain'
import { TIME_ZONE } from './cast'

/** Somebody at the entrance. @param person place among the staff */
export interface DemoPunch {
  readonly person: number
  readonly action: PunchAction
  readonly at: EpochMs
}

/** Who forgot to clock out, and asked for it since. */
export const FORGETFUL = 1
/** Whose clock-out a manager put in before the tablet told it. */
export const LATE = 2

export interface DemoShifts {
  readonly punches: readonly DemoPunch[]
  /** When the forgetful person went home, unclocked. */
  readonly forgotten: EpochMs
  /** The clock-out that arrives after the manager's entry of it. */
  readonly late: DemoPunch
}

/** Two weeks of shifts, weekends with half the people; nobody is on the minute. */
export function planShifts(
  now: EpochMs,
  days: number,
  people: number,
  random: () => number,
): DemoShifts {
  const today = localDayOf(now, TIME_ZONE)
  const near = (day: EpochMs, hours: number) =>
    plus(day, Math.round(hours * HOUR + (random() - 0.5) * 14 * MINUTE))
  const punches: DemoPunch[] = []
  for (let back = days; back >= 0; back -= 1) {
    const start = startOfDay(shiftDay(today, -back), TIME_ZONE)
    for (let person = 0; person < people; person += 1) {
      // Everybody has two days off a week, each another two.
      if ((back + person) % 7 < 2 && back > 3) continue
      const came = 6.6 + (person % 3) * 0.75
      const day: DemoPunch[] = [
        { person, action: 'in', at: near(start, came) },
        { person, action: 'break_start', at: near(start, came + 4) },
        { person, action: 'break_end', at: near(start, came + 4.6) },
        { person, action: 'out', at: near(start, came + 8.5) },
      ]
      punches.push(...day.filter(({ at }) => at < now - MINUTE))
    }
  }
  const yesterday = startOfDay(shiftDay(today, -1), TIME_ZONE)
  const before = startOfDay(shiftDay(today, -2), TIME_ZONE)
  const outOf = (who: number, from: EpochMs) =>
    punches.find(({ person, action, at }) => {
      return person === who && action === 'out' && at > from && at < from + 24 * HOUR
    })
  const [missed, late] = [outOf(FORGETFUL, before), outOf(LATE, yesterday)]
  if (missed === undefined || late === undefined) throw new Error('the demo has no such shift')
  const kept = punches.filter((one) => one !== missed && one !== late)
  return { punches: kept, forgotten: missed.at, late }
}

/** The sign-on comes first. */
export const SIGN_ON_BEFORE = 6 * SECOND
