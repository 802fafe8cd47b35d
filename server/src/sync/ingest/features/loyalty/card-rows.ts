import type { EpochMs, World } from '@counterfoil/domain'
import { cardChange } from '../../../card-change'
import type { FeedChange } from '../../../feed'
import type { Folding } from '../../feature'
import { found } from '../../sql-parts'
import type { CardFacts, LoyaltyFacts } from './facts'
import type { Gathered } from './gathered'
import type { CardHolding } from './statements'

interface CardRows {
  readonly rows: readonly CardHolding[]
  readonly changes: readonly FeedChange[]
}

/** Cards on which something moved: what they hold now, and what tablets are told. */
export function cardRows(
  gathered: Gathered,
  { world, facts, batch }: Folding<LoyaltyFacts>,
): CardRows {
  const moved = [...gathered.stamps.values(), ...gathered.moves.values()]
  const touched = new Set(moved.map(({ card_id }) => card_id))
  const cards = (facts.cards ?? []).filter(({ id }) => touched.has(id))
  const held = cards.map((card) => {
    const stamps = found(world.totals.get(card.id))
    return Object.assign({}, card, { read: card, stamps, points: found(world.points.get(card.id)) })
  })
  return {
    rows: held.map((card) => ({
      id: card.id,
      place: world.cards.get(card.token_hash) === card.read ? card.place : null,
      stamps: card.stamps,
      points: card.points,
      last_stamp_at: lastStampAt(card, gathered.stamps, world, facts),
    })),
    changes: held.map((card) => {
      const stamps = world.stamps.get(card.id) ?? []
      const moves = world.moves.get(card.id) ?? []
      return cardChange(card, { stamps, moves }, batch.received_at)
    }),
  }
}

/** The latest stamp that still counts, of those in the batch, near it, and elsewhere. */
function lastStampAt(
  card: CardFacts,
  stamps: Gathered['stamps'],
  world: World,
  { target_cards }: LoyaltyFacts,
): EpochMs | null {
  const undone = [...stamps.values()].some(({ card_id, voided }) => voided && card_id === card.id)
  const standing = (target_cards ?? []).flatMap(({ op_id, card_id, stamp }) => {
    const stands = stamp?.voided === false && stamps.get(op_id)?.voided !== true
    return card_id === card.id && stands ? [stamp.occurred_at] : []
  })
  const times = [
    ...(world.stamps.get(card.id) ?? []).map(({ at }) => at),
    ...standing,
    ...[undone ? card.last_untouched_at : card.last_stamp_at].filter((at) => at !== null),
  ]
  return times.reduce<EpochMs | null>((a, b) => (a === null || b > a ? b : a), null)
}
