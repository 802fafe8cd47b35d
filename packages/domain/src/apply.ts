import { applyClock } from './clock-effects'
import { applyDoor } from './door-effects'
import type { EffectTakers } from './effect'
import type { World } from './facts'
import type { Effect, EffectData, EffectType, Judgement, JudgeInput } from './judgement'
import { applyLoyalty } from './loyalty-effects'
import { applyPins } from './pin-effects'
import type { Move } from './target-fact'

const APPLIERS: EffectTakers<EffectData, [World]> = {
  ...applyPins,
  ...applyLoyalty,
  ...applyClock,
  ...applyDoor,
  seqs_lost: () => undefined,
}

/** Moves the working copy on, so that the next operation of a batch meets this one's effects. */
export function applyJudgement(world: World, input: JudgeInput, judgement: Judgement): void {
  const { op, store, occurred_at } = input
  const { status } = judgement.verdict
  for (const effect of judgement.effects) applyEffect(world, effect)
  if (op.kind === 'op.void' && status === 'accepted') markVoided(world, op.data.op_id)
  world.targets.set(op.id, {
    op_id: op.id,
    kind: op.kind,
    store_id: store.id,
    status,
    occurred_at,
    sign_on: op.sign_on ?? null,
    voided: false,
    moved: moveOf(judgement),
  })
}

export function applyEffect(world: World, effect: Effect): void {
  takeEffect(APPLIERS, [world], effect)
}

/** Hands one change to the function for its type. */
export function takeEffect<T extends EffectType, A extends readonly unknown[]>(
  takers: EffectTakers<Pick<EffectData, T>, A>,
  args: A,
  effect: Effect<T>,
): void {
  takers[effect.type](...args, effect)
}

/** What an undo of this would have to take back. */
export function moveOf({ effects }: Judgement): Move | null {
  for (const effect of effects) {
    if (effect.type === 'punch') return { type: 'punch', staff_id: effect.staff_id }
    if (effect.type === 'stamp') {
      return { type: 'stamps', card_id: effect.card_id, count: effect.stamp.count }
    }
    if (effect.type === 'card_moved') {
      const { points, stamps } = effect.move
      return { type: 'balance', card_id: effect.card_id, points, stamps }
    }
    if (effect.type === 'people') {
      const { performance_id, ticket_id, movement } = effect
      return { type: 'people', performance_id, ticket_id, people: movement.people }
    }
  }
  return null
}

function markVoided(world: World, opId: string): void {
  const target = world.targets.get(opId)
  if (target !== undefined) world.targets.set(opId, { ...target, voided: true })
}
