import { applyJudgement } from './apply'
import type { World } from './facts'
import { judge } from './judge'
import type { JudgeInput } from './judgement'
import type { PunchAction } from './op'
import { comparePunches } from './punches'
import { NOON, opId, punchInput, signedOn, STAFF } from './testing'
import { plus } from './time'
import type { VerdictFlag } from './verdict'

interface Answer {
  readonly code: string | null
  readonly flags: readonly VerdictFlag[]
  readonly first_at: unknown
}

/** Judges one operation, and lets it count. */
export function run(world: World, one: JudgeInput): Answer {
  const judgement = judge(world, one)
  applyJudgement(world, one, judgement)
  const { code, detail } = judgement.verdict
  return { code, flags: judgement.flags ?? [], first_at: detail['first_at'] }
}

/** A key of the clock, and when after noon, in ms. */
export type Tap = readonly [action: PunchAction, at: number]

/** Punches of one person in order of arrival, each under a sign-on of its own moment. */
export function clock(world: World, taps: readonly Tap[]): Answer[] {
  return taps.map(([action, after], index) => {
    const n = 2 * (world.targets.size + index) + 1000
    const at = plus(NOON, after)
    signedOn(world, opId(n), at)
    return run(world, punchInput(n + 1, action, at, { sign_on: opId(n) }))
  })
}

/** Those that count, in order of time. */
export const punchesOf = (world: World) =>
  [...(world.punches.get(STAFF) ?? [])].sort(comparePunches).map(({ action, at }) => ({
    action,
    at: at - NOON,
  }))
