import {
  type EpochMs,
  HOUR,
  localDayOf,
  MINUTE,
  plus,
  SECOND,
  startOfDay,
  type Shown,
} from '@counterfoil/domain'
import { TIME_ZONE } from './cast'

/** One customer at a counter. */
export interface Visit {
  /** Index among the merchant's cards. */
  readonly card: number
  readonly at: EpochMs
  readonly shown: Shown
  /** The wrong card was stamped: undone a little later. */
  readonly undone: boolean
}

/** A few customers in a row at one tablet, under one sign-on. */
export interface Rush {
  readonly tablet: number
  /** Index among the merchant's people. */
  readonly person: number
  readonly at: EpochMs
  readonly visits: readonly Visit[]
  /** The tablet took a wrong PIN for right: its check lets one in 512 through. */
  readonly wrong_pin: boolean
}

export interface Plan {
  readonly now: EpochMs
  readonly days: number
  readonly visits_a_day: number
  readonly tablets: number
  readonly people: number
  readonly cards: number
  readonly random: () => number
}

/** Nothing happens in the last minutes: what a person then does meets no cooldown. */
const QUIET_BEFORE_NOW = 20 * MINUTE
/** Nobody comes back sooner; no card ever meets a limit but where it is meant to. */
const BETWEEN_VISITS = 4 * HOUR
/** Share of the day's visits by local hour, from seven to nineteen. */
const BY_HOUR = [3, 14, 11, 6, 5, 9, 11, 6, 4, 6, 8, 5, 2]
const OPENS_AT = 7
/** Sunday first. */
const BY_WEEKDAY = [0.4, 0.9, 1, 1, 1.05, 1.2, 1.3]

export const ACCEPTED: Shown = { status: 'accepted', code: null }

/** Two weeks at the counters, in the order of time; the same for the same random numbers. */
export function planRushes(plan: Plan): Rush[] {
  const stamped = new Map<number, EpochMs>()
  const busyUntil = new Map<number, EpochMs>()
  const rushes: Rush[] = []
  for (const { at, size } of planStarts(plan)) {
    // The first tablet is the busiest.
    const tablet = Math.floor(plan.random() ** 1.6 * plan.tablets)
    if (at <= (busyUntil.get(tablet) ?? 0)) continue
    const visits = planVisits(plan, stamped, at, size)
    const last = visits.at(-1)
    if (last === undefined) continue
    busyUntil.set(tablet, plus(last.at, MINUTE))
    rushes.push({ tablet, person: personOn(plan, tablet, at), at, visits, wrong_pin: false })
  }
  return rushes
}

/** When rushes begin, and how many customers each has. */
function planStarts({ now, days, visits_a_day, random }: Plan): { at: EpochMs; size: number }[] {
  const starts: { at: EpochMs; size: number }[] = []
  for (let ago = days; ago >= 0; ago -= 1) {
    const noon = plus(
      startOfDay(localDayOf(now, TIME_ZONE), TIME_ZONE),
      12 * HOUR - ago * 24 * HOUR,
    )
    const opens = plus(startOfDay(localDayOf(noon, TIME_ZONE), TIME_ZONE), OPENS_AT * HOUR)
    const weight = BY_WEEKDAY[new Date(noon).getUTCDay()] ?? 1
    let left = Math.round(visits_a_day * weight * (0.85 + random() * 0.3))
    while (left > 0) {
      const size = Math.min(left, 2 + Math.floor(random() * 5))
      starts.push({ at: plus(opens, Math.floor((hourOf(random()) + random()) * HOUR)), size })
      left -= size
    }
  }
  const end = now - QUIET_BEFORE_NOW
  return starts.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
}

/** An hour after opening, likely ones more often. */
function hourOf(random: number): number {
  let rest = random * BY_HOUR.reduce((sum, share) => sum + share, 0)
  return Math.max(
    0,
    BY_HOUR.findIndex((share) => (rest -= share) < 0),
  )
}

function planVisits(
  { cards, random }: Plan,
  stamped: Map<number, EpochMs>,
  start: EpochMs,
  size: number,
): Visit[] {
  const visits: Visit[] = []
  let at = start
  for (let n = 0; n < size; n += 1) {
    at = plus(at, Math.floor((5 + random() * 5) * SECOND))
    // Some customers come every day, most now and then.
    const card = Math.floor(random() ** 1.3 * cards)
    const before = stamped.get(card)
    if (before !== undefined && at - before < BETWEEN_VISITS) continue
    const undone = random() < 0.015
    visits.push({ card, at, shown: ACCEPTED, undone })
    stamped.set(card, at)
  }
  return visits
}

/** Two people share a tablet's day; the others are off. */
function personOn({ people, now, random }: Plan, tablet: number, at: EpochMs): number {
  const day = Math.floor((now - at) / (24 * HOUR))
  return (day + tablet * 2 + (random() < 0.7 ? 0 : 1)) % people
}
