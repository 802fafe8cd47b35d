import { cardOf, type Effect, type Id, type Judgement, type World } from '@counterfoil/domain'
import type { BatchOp } from '../../batch'
import type { Subject } from '../../subject'
import { cardHashOf } from './card-questions'
import type { LoyaltyFacts } from './facts'

/** Says of an op which card it is about and what it moved there. */
export function createSubjectOf(
  { cards, target_cards }: LoyaltyFacts,
  world: World,
): (op: BatchOp, judgement: Judgement | undefined) => Partial<Subject> {
  const programs = new Map((cards ?? []).map(({ id, program_id }) => [id, program_id]))
  const undone = new Map((target_cards ?? []).map(({ op_id, card_id }) => [op_id, card_id]))
  return (op, judgement) => {
    const card_id = cardIdOf(world, undone, op)
    const program_id = card_id === null ? null : (programs.get(card_id) ?? null)
    const { points, stamps } = judgement === undefined ? NOTHING : movedBy(judgement)
    const moved = points === 0 ? { stamps } : { stamps, points }
    return { card_id, program_id, ...moved, ...deedOf(op) }
  }
}

function cardIdOf(world: World, undone: ReadonlyMap<Id, Id>, one: BatchOp): Id | null {
  const { op } = one
  if (op?.kind === 'op.void') {
    const { op_id } = op.data
    const moved = world.targets.get(op_id)?.moved ?? null
    return undone.get(op_id) ?? (moved === null ? null : cardOf(moved))
  }
  const hash = cardHashOf(one)
  return hash === undefined ? null : (world.cards.get(hash)?.id ?? null)
}

/** What was bought or given, whether or not it was let through. */
function deedOf({ op }: BatchOp): Partial<Subject> {
  if (op?.kind === 'loyalty.redeem') return { reward_id: op.data.reward_id }
  if (op?.kind !== 'loyalty.earn') return {}
  const { amount_minor, currency } = op.data
  return { amount_minor, currency }
}

interface Moved {
  readonly points: number
  readonly stamps: number
}

const NOTHING: Moved = { points: 0, stamps: 0 }

function movedBy({ effects }: Judgement): Moved {
  const all = effects.map(movedByOne)
  return {
    points: all.reduce((sum, { points }) => sum + points, 0),
    stamps: all.reduce((sum, { stamps }) => sum + stamps, 0),
  }
}

function movedByOne(effect: Effect): Moved {
  if (effect.type === 'stamp') return { points: 0, stamps: effect.stamp.count }
  if (effect.type === 'stamp_voided') return { points: 0, stamps: 0 - effect.count }
  if (effect.type === 'card_moved') return effect.move
  if (effect.type !== 'card_move_voided') return NOTHING
  return { points: 0 - effect.points, stamps: 0 - effect.stamps }
}
