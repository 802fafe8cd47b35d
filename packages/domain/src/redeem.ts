import { checkCard } from './card-check'
import type { World } from './facts'
import type { Id } from './ids'
import type { Judgement, JudgeInput } from './judgement'
import type { ProgramFact, RewardFact } from './loyalty-facts'
import { ACCEPTED, rejected, type Verdict } from './verdict'

/** What a card holds, or what a reward takes from it; a program knows one of both. */
export interface Price {
  readonly points: number
  readonly stamps: number
}

/** what a reward takes: points, or full sets of stamps. */
export function priceOf(
  program: Pick<ProgramFact, 'kind' | 'stamps_required'>,
  reward: Pick<RewardFact, 'cost'>,
): Price {
  return program.kind === 'points'
    ? { points: reward.cost, stamps: 0 }
    : { points: 0, stamps: reward.cost * program.stamps_required }
}

/**
 * a balance is never negative. With exactly what is needed there is enough.
 * @returns the refusal, or `undefined` when the balance suffices
 */
export function checkBalance(balance: number, needed: number): Verdict | undefined {
  return balance < needed ? rejected('INSUFFICIENT_BALANCE', { balance, needed }) : undefined
}

/** R-035 for what a reward takes from a card. */
export function checkPrice(held: Price, price: Price): Verdict | undefined {
  return checkBalance(held.points, price.points) ?? checkBalance(held.stamps, price.stamps)
}

/** What a card holds now, of what counts. */
export function heldOn({ points, totals }: Pick<World, 'points' | 'totals'>, cardId: Id): Price {
  return { points: points.get(cardId) ?? 0, stamps: totals.get(cardId) ?? 0 }
}

/** Judges `loyalty.redeem`: what a card needs, the reward, the balance. */
export function judgeRedeem(world: World, input: JudgeInput, rewardId: Id): Judgement {
  const carried = checkCard(world, input, ['points', 'stamps'])
  if (carried.refusal !== undefined) return { verdict: carried.refusal, effects: [] }
  const { card, program } = carried
  const reward = world.rewards.get(rewardId)
  if (reward === undefined || !reward.active || reward.program_id !== program.id) {
    return { verdict: rejected('REWARD_UNKNOWN'), effects: [] }
  }
  const held = heldOn(world, card.id)
  const price = priceOf(program, reward)
  const refusal = checkPrice(held, price)
  if (refusal !== undefined) return { verdict: refusal, effects: [] }
  const { points, stamps } = price
  // Not −0: it would be no integer to whoever compares the ledger word for word.
  const move = { op_id: input.op.id, at: input.occurred_at, points: 0 - points, stamps: 0 - stamps }
  const balance = program.kind === 'points' ? held.points - points : held.stamps - stamps
  return {
    verdict: { ...ACCEPTED, detail: { balance, cost: points + stamps } },
    effects: [{ type: 'card_moved', card_id: card.id, move }],
  }
}
