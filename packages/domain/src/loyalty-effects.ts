import type { EffectTakers } from './effect'
import type { Id } from './ids'
import type { LoyaltyEffects, LoyaltyWorld } from './loyalty-facts'

export const applyLoyalty: EffectTakers<LoyaltyEffects, [LoyaltyWorld]> = {
  stamp: (world, { card_id, stamp }) => {
    world.stamps.set(card_id, [...(world.stamps.get(card_id) ?? []), stamp])
    addToCard(world, card_id, stamp.count)
  },
  stamp_voided: (world, { card_id, op_id, count }) => {
    const stamps = world.stamps.get(card_id) ?? []
    world.stamps.set(
      card_id,
      stamps.filter((stamp) => stamp.op_id !== op_id),
    )
    addToCard(world, card_id, -count)
  },
}

function addToCard(world: LoyaltyWorld, cardId: Id, count: number): void {
  world.totals.set(cardId, (world.totals.get(cardId) ?? 0) + count)
}
