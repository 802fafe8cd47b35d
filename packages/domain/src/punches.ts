import { closedPeriodOf, type PunchFact } from './clock-facts'
import type { World } from './facts'
import type { Id } from './ids'
import type { Judgement, JudgeInput } from './judgement'
import { type PunchAction } from './op'
import { DOUBLE_TAP, LONG_SHIFT } from './policy'
import { checkSignOn } from './sign-on'
import { type EpochMs, formatInstant } from './time'
import { ACCEPTED, rejected, type Verdict, type VerdictFlag } from './verdict'

/**
 * one order for all, however the punches arrived. Times may be equal (a tablet whose clock
 * went back holds them at one moment): then its numbers tell, and at last the ids.
 */
export function comparePunches(a: PunchFact, b: PunchFact): number {
  return a.at - b.at || (a.seq ?? 0) - (b.seq ?? 0) || (a.op_id < b.op_id ? -1 : 1)
}

/**
 * a punch within 60 s of one that counts with the same action, earlier or later (at exactly
 * 60 s it still is), says the same thing again.
 *
 * @returns the earliest of those that count, or `undefined` when there is none so near
 */
export function doubleTapOf(
  punches: readonly PunchFact[],
  action: PunchAction,
  at: EpochMs,
): EpochMs | undefined {
  const near = punches.filter(
    (punch) =>
      punch.action === action && punch.manual !== true && Math.abs(punch.at - at) <= DOUBLE_TAP,
  )
  return near.reduce<EpochMs | undefined>(
    (first, punch) => (first === undefined || punch.at < first ? punch.at : first),
    undefined,
  )
}

/**
 * What is odd about a punch that comes right after another: coming although there already,
 * going although gone. `undefined` before the first punch of a person, who is out.
 */
export function oddAfter(
  before: PunchAction | undefined,
  action: PunchAction,
): VerdictFlag | undefined {
  switch (before) {
    case undefined:
    case 'out':
      return action === 'in' ? undefined : 'ALREADY_CLOCKED_OUT'
    case 'in':
    case 'break_end':
      return action === 'in' || action === 'break_end' ? 'ALREADY_CLOCKED_IN' : undefined
    case 'break_start':
      if (action === 'in') return 'ALREADY_CLOCKED_IN'
      return action === 'break_start' ? 'ALREADY_CLOCKED_OUT' : undefined
  }
}

/**
 * what a person should see about a punch, by its neighbours on both sides as they
 * are when it arrives. Whichever of two punches arrives second is the one that says so.
 *
 * @param punches those of the person that count, in any order, without this one; at least from the
 *   last `in` or `out` before it to the first after it
 */
export function punchFlags(punches: readonly PunchFact[], punch: PunchFact): VerdictFlag[] {
  const before = punches.filter((other) => comparePunches(other, punch) < 0).sort(comparePunches)
  const after = punches.filter((other) => comparePunches(other, punch) > 0).sort(comparePunches)
  const next = after[0]?.action
  const found = [
    oddAfter(before.at(-1)?.action, punch.action),
    next === undefined ? undefined : oddAfter(punch.action, next),
    isLong(before, punch, after) ? ('LONG_SHIFT' as const) : undefined,
  ]
  return [...new Set(found.filter((flag) => flag !== undefined))]
}

/** Over 12 hours between a clock-in and what follows it, up to the next `in` or `out`. */
function isLong(
  before: readonly PunchFact[],
  punch: PunchFact,
  after: readonly PunchFact[],
): boolean {
  if (punch.action === 'in') {
    const last = shiftAfter(after).at(-1)
    return last !== undefined && last.at - punch.at > LONG_SHIFT
  }
  const start = before.findLast(({ action }) => action === 'in' || action === 'out')
  return start?.action === 'in' && punch.at - start.at > LONG_SHIFT
}

/** What belongs to the shift that begins before these: breaks, and the clock-out if there is one. */
function shiftAfter(after: readonly PunchFact[]): readonly PunchFact[] {
  const end = after.findIndex(({ action }) => action === 'in' || action === 'out')
  if (end === -1) return after
  return after.slice(0, after[end]?.action === 'out' ? end + 1 : end)
}

/**
 * the entries of managers that say what a punch says as well: its neighbours on either side,
 * with nothing between, that do not fit beside it. One of both is to go, and a person says which.
 */
export function clashesOf(punches: readonly PunchFact[], punch: PunchFact): PunchFact[] {
  const others = punches.filter(({ op_id }) => op_id !== punch.op_id)
  const before = others.filter((other) => comparePunches(other, punch) < 0).sort(comparePunches)
  const after = others.filter((other) => comparePunches(other, punch) > 0).sort(comparePunches)
  const [last, next] = [before.at(-1), after[0]]
  const found: PunchFact[] = []
  if (last?.manual === true && oddAfter(last.action, punch.action) !== undefined) found.push(last)
  if (next?.manual === true && oddAfter(punch.action, next.action) !== undefined) found.push(next)
  return found
}

/** Judges a punch: of the sign-on's person, never refused for being odd. */
export function judgePunch(world: World, input: JudgeInput, action: PunchAction): Judgement {
  const person = personOf(world, input)
  if (typeof person !== 'string') return { verdict: person, effects: [] }
  const staff_id = person
  const { occurred_at: at, op, by } = input
  const punches = world.punches.get(staff_id) ?? []
  const first = doubleTapOf(punches, action, at)
  if (first !== undefined) {
    const detail = { first_at: formatInstant(first) }
    return { verdict: rejected('CLOCK_DOUBLE_TAP', detail), effects: [] }
  }
  const closed = closedPeriodOf(world.closed_periods, at)
  if (closed !== undefined) {
    // It happened, so it is no refusal; but what is closed takes nothing new.
    return { verdict: ACCEPTED, reason: 'PERIOD_CLOSED', held_by: closed.id, effects: [] }
  }
  const punch: PunchFact = { op_id: op.id, action, at, seq: op.seq ?? null }
  const clash = clashesOf(punches, punch).length > 0
  const phone = by.type === 'person' && by.review
  return {
    verdict: ACCEPTED,
    flags: punchFlags(punches, punch),
    reason: clash ? 'MANUAL_CLASH' : phone ? 'PHONE_PUNCH' : undefined,
    effects: [{ type: 'punch', staff_id, punch }],
  }
}

/** The sign-on's person; on a phone, who its session belongs to. */
function personOf(world: World, input: JudgeInput): Id | Verdict {
  if (input.by.type === 'person') return input.by.staff_id
  const refusal = checkSignOn(world, input, 'clock')
  if (refusal !== undefined) return refusal
  return world.sign_ons.get(input.op.sign_on ?? '')?.staff_id ?? rejected('SIGN_ON_MISSING')
}
