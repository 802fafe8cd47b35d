import { pinKey, type World } from './facts'
import type { Effect, Judgement, JudgeInput } from './judgement'

/** Moves the working copy on, so that the next operation of a batch meets this one's effects. */
export function applyJudgement(world: World, input: JudgeInput, judgement: Judgement): void {
  for (const effect of judgement.effects) applyEffect(world, effect)
  const stamp = judgement.effects.find((effect) => effect.type === 'stamp')
  world.targets.set(input.op.id, {
    op_id: input.op.id,
    kind: input.op.kind,
    store_id: input.store.id,
    status: judgement.verdict.status,
    occurred_at: input.occurred_at,
    sign_on: input.op.sign_on ?? null,
    voided: false,
    card_id: stamp?.card_id ?? null,
    count: stamp?.stamp.count ?? 0,
  })
}

export function applyEffect(world: World, effect: Effect): void {
  switch (effect.type) {
    case 'sign_on':
      world.sign_ons.set(effect.sign_on.op_id, effect.sign_on)
      return
    case 'sign_off':
      return endSignOn(world, effect)
    case 'pin_counter':
      world.pin_counters.set(pinKey(effect.device_id, effect.staff_id), effect.counter)
      return
    case 'person_pins':
      world.person_pins.set(effect.staff_id, effect.person)
      return
    case 'stamp':
      world.stamps.set(effect.card_id, [...(world.stamps.get(effect.card_id) ?? []), effect.stamp])
      return addToCard(world, effect.card_id, effect.stamp.count)
    case 'stamp_voided':
      return removeStamp(world, effect)
    case 'seqs_lost':
      return
  }
}

function endSignOn(world: World, effect: Extract<Effect, { type: 'sign_off' }>): void {
  const signOn = world.sign_ons.get(effect.sign_on)
  if (signOn === undefined) return
  // The first sign-off stands, whichever arrives first.
  const ended =
    signOn.ended_at === null || effect.at < signOn.ended_at ? effect.at : signOn.ended_at
  world.sign_ons.set(effect.sign_on, { ...signOn, ended_at: ended })
}

function removeStamp(world: World, effect: Extract<Effect, { type: 'stamp_voided' }>): void {
  const stamps = world.stamps.get(effect.card_id) ?? []
  world.stamps.set(
    effect.card_id,
    stamps.filter(({ op_id }) => op_id !== effect.op_id),
  )
  addToCard(world, effect.card_id, -effect.count)
  const target = world.targets.get(effect.op_id)
  if (target !== undefined) world.targets.set(effect.op_id, { ...target, voided: true })
}

function addToCard(world: World, cardId: string, count: number): void {
  world.totals.set(cardId, (world.totals.get(cardId) ?? 0) + count)
}
