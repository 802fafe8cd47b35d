import type { EffectTakers } from './effect'
import type { Id } from './ids'
import type { LoyaltyEffects, LoyaltyWorld } from './loyalty-facts'

export const applyLoyalty: EffectTakers<LoyaltyEffects, [LoyaltyWorld]> = {
  stamp: (world, { card_id, stamp }) => {
    world.stamps.set(card_id, [...(world.stamps.get(card_id) ?? []), stamp])
    addToCard(world, card_id, 0, stamp.count)
  },
  stamp_voided: (world, { card_id, op_id, count }) => {
    const stamps = world.stamps.get(card_id) ?? []
    world.stamps.set(
      card_id,
      stamps.filter((stamp) => stamp.op_id !== op_id),
    )
    addToCard(world, card_id, 0, -count)
  },
  card_moved: (world, { card_id, move }) => {
    world.moves.set(card_id, [...(world.moves.get(card_id) ?? []), move])
    addToCard(world, card_id, move.points, move.stamps)
  },
  card_move_voided: (world, { card_id, op_id, points, stamps }) => {
    const moves = world.moves.get(card_id) ?? []
    world.moves.set(
      card_id,
      moves.filter((move) => move.op_id !== op_id),
    )
    addToCard(world, card_id, -points, -stamps)
  },
}

function addToCard(world: LoyaltyWorld, cardId: Id, points: number, stamps: number): void {
  world.points.set(cardId, (world.points.get(cardId) ?? 0) + points)
  world.totals.set(cardId, (world.totals.get(cardId) ?? 0) + stamps)
}
