import { checkCard } from './card-check'
import type { World } from './facts'
import type { Judgement, JudgeInput } from './judgement'
import type { ProgramFact } from './loyalty-facts'
import type { OpData } from './op'
import { ACCEPTED, rejected } from './verdict'

/** What of a program says how many points a purchase earns. */
export type EarnRules = Pick<
  ProgramFact,
  'points_per_unit' | 'min_amount_minor' | 'max_points_per_op'
>

/**
 * points of a purchase, `floor(amount_minor × points_per_unit / 100)`; none below the
 * smallest purchase, at most the program's maximum. Exact for every amount that is
 * a safe integer: the product itself, which may not be one, is never formed.
 *
 * @param amountMinor of money, in its smallest unit; not negative
 */
export function pointsFor(rules: EarnRules, amountMinor: number): number {
  const { points_per_unit, min_amount_minor, max_points_per_op } = rules
  if (amountMinor < min_amount_minor) return 0
  const rest = amountMinor % 100
  const units = (amountMinor - rest) / 100
  if (units > max_points_per_op / points_per_unit) return max_points_per_op
  const points = units * points_per_unit + Math.floor((rest * points_per_unit) / 100)
  return Math.min(points, max_points_per_op)
}

/** a balance stays a safe integer: what would not fit is not given. */
export function earnedOn(balance: number, rules: EarnRules, amountMinor: number): number {
  return Math.min(pointsFor(rules, amountMinor), Number.MAX_SAFE_INTEGER - balance)
}

/** Judges `loyalty.earn`: what a card needs, the program's money, then the points. */
export function judgeEarn(
  world: World,
  input: JudgeInput,
  { amount_minor, currency }: OpData['loyalty.earn'],
): Judgement {
  const carried = checkCard(world, input, ['points'])
  if (carried.refusal !== undefined) return { verdict: carried.refusal, effects: [] }
  const { card, program } = carried
  if (currency !== program.currency) {
    return { verdict: rejected('OP_MALFORMED', { currency: program.currency }), effects: [] }
  }
  const balance = world.points.get(card.id) ?? 0
  const points = earnedOn(balance, program, amount_minor)
  const move = { op_id: input.op.id, at: input.occurred_at, points, stamps: 0 }
  return {
    verdict: { ...ACCEPTED, detail: { points, balance: balance + points } },
    effects: [{ type: 'card_moved', card_id: card.id, move }],
  }
}
