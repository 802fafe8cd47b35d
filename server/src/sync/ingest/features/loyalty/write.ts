import type { Id, LoyaltyEffects } from '@counterfoil/domain'
import type { Folding, Gathering } from '../../feature'
import { found } from '../../sql-parts'
import { cardRows } from './card-rows'
import type { LoyaltyFacts } from './facts'
import type { MoveState, StampState } from './gathered'
import { updateCards, upsertMoves, writeStamps } from './statements'
import { createSubjectOf } from './subject'

export function gatherLoyalty(folding: Folding<LoyaltyFacts>): Gathering<keyof LoyaltyEffects> {
  const { facts, world } = folding
  const stamps = new Map<Id, StampState>()
  const moves = new Map<Id, MoveState>()
  return {
    takers: {
      stamp: (_, { card_id, stamp: { op_id, at, count } }) =>
        void stamps.set(op_id, { card_id, occurred_at: at, count, voided: false }),
      stamp_voided: (_, { op_id, card_id, count }) => {
        const { occurred_at } = found(world.targets.get(op_id))
        stamps.set(op_id, { card_id, occurred_at, count, voided: true })
      },
      card_moved: (_, { card_id, move: { op_id, at, points, stamps } }) =>
        void moves.set(op_id, { card_id, occurred_at: at, points, stamps, voided: false }),
      card_move_voided: (_, { op_id, card_id, points, stamps }) => {
        const { occurred_at } = found(world.targets.get(op_id))
        moves.set(op_id, { card_id, occurred_at, points, stamps, voided: true })
      },
    },
    subject: createSubjectOf(facts, world),
    write: ({ merchant }) => {
      const { rows, changes } = cardRows({ stamps, moves }, folding)
      const parts = [...writeStamps(merchant, stamps), ...upsertMoves(merchant, moves)]
      return { parts, exact: updateCards(merchant, rows), changes, topics: [] }
    },
  }
}
