import type { EpochMs, Id, Judgement, LoyaltyEffects, World } from '@counterfoil/domain'
import { sql } from 'kysely'
import { cardChange } from '../../../card-change'
import type { FeedChange } from '../../../feed'
import type { BatchOp } from '../../batch'
import { storable } from '../../clock'
import type { Folding, Gathering } from '../../feature'
import { found, json, optional, type Part, type Rows, when } from '../../sql-parts'
import { cardHashOf } from './card-questions'
import type { CardFacts, LoyaltyFacts } from './facts'

/** A card's stamp as it stands at the end of the batch. */
interface StampState {
  readonly card_id: Id
  readonly occurred_at: EpochMs
  readonly count: number
  readonly voided: boolean
}

/** By operation. */
type Stamps = ReadonlyMap<Id, StampState>

export function gatherLoyalty(folding: Folding<LoyaltyFacts>): Gathering<keyof LoyaltyEffects> {
  const { facts, world } = folding
  const stamps = new Map<Id, StampState>()
  const programs = new Map((facts.cards ?? []).map(({ id, program_id }) => [id, program_id]))
  const undone = new Map((facts.target_cards ?? []).map(({ op_id, card_id }) => [op_id, card_id]))
  return {
    takers: {
      stamp: (_, { card_id, stamp: { op_id, at, count } }) =>
        void stamps.set(op_id, { card_id, occurred_at: at, count, voided: false }),
      stamp_voided: (_, { op_id, card_id, count }) => {
        const { occurred_at } = found(world.targets.get(op_id))
        stamps.set(op_id, { card_id, occurred_at, count, voided: true })
      },
    },
    subject: (op, judgement) => {
      const card_id = cardOf(world, undone, op)
      const program_id = card_id === null ? null : (programs.get(card_id) ?? null)
      return { card_id, program_id, stamps: judgement === undefined ? 0 : stampsMoved(judgement) }
    },
    write: ({ merchant }) => {
      const { rows, changes } = cardRows(stamps, folding)
      const parts = [...upsertStamps(merchant, stampRows(stamps)), ...updateCards(merchant, rows)]
      return { parts, changes, topics: [] }
    },
  }
}

function cardOf(world: World, undone: ReadonlyMap<Id, Id>, one: BatchOp): Id | null {
  const { op } = one
  if (op?.kind === 'op.void') {
    const { op_id } = op.data
    const moved = world.targets.get(op_id)?.moved
    return undone.get(op_id) ?? (moved?.type === 'stamps' ? moved.card_id : null)
  }
  const hash = cardHashOf(one)
  return hash === undefined ? null : (world.cards.get(hash)?.id ?? null)
}

function stampsMoved({ effects }: Judgement): number {
  return effects.reduce((sum, effect) => {
    if (effect.type === 'stamp') return sum + effect.stamp.count
    return effect.type === 'stamp_voided' ? sum - effect.count : sum
  }, 0)
}

function stampRows(stamps: Stamps): Rows {
  return [...stamps].map(([op_id, { card_id, occurred_at, count, voided }]) => ({
    card_id,
    op_id,
    occurred_at: storable(occurred_at),
    count,
    voided,
  }))
}

interface CardRows {
  readonly rows: Rows
  readonly changes: readonly FeedChange[]
}

/** Cards on which stamps moved: what they hold now, and what tablets are told. */
function cardRows(stamps: Stamps, { world, facts, batch }: Folding<LoyaltyFacts>): CardRows {
  const touched = new Set([...stamps.values()].map(({ card_id }) => card_id))
  const cards = (facts.cards ?? []).filter(({ id }) => touched.has(id))
  return {
    rows: cards.map((card) => ({
      id: card.id,
      stamps: found(world.totals.get(card.id)),
      last_stamp_at: optional(lastStampAt(card, stamps, world, facts)),
    })),
    changes: cards.map((card) =>
      cardChange(
        { ...card, stamps: found(world.totals.get(card.id)) },
        world.stamps.get(card.id) ?? [],
        batch.received_at,
      ),
    ),
  }
}

/** The latest stamp that still counts, of those in the batch, near it, and elsewhere. */
function lastStampAt(
  card: CardFacts,
  stamps: Stamps,
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

function upsertStamps(merchant: Part, rows: Rows): readonly Part[] {
  return when(
    rows,
    () => sql`
    insert into card_stamp (merchant_id, card_id, op_id, occurred_at, count, voided)
    select ${merchant}, card_id, op_id, occurred_at, count, voided
    from jsonb_to_recordset(${json(rows)}) as r (card_id uuid, op_id uuid, occurred_at timestamptz,
      count integer, voided boolean)
    on conflict (merchant_id, card_id, op_id) do update set voided = excluded.voided`,
  )
}

/** The rows are found one by one; a join would read all cards while statistics are young. */
function updateCards(merchant: Part, rows: Rows): readonly Part[] {
  return when(
    rows,
    () => sql`
    update card set stamps = r.stamps, last_stamp_at = r.last_stamp_at
    from jsonb_to_recordset(${json(rows)}) as r (id uuid, stamps integer, last_stamp_at timestamptz),
      lateral (select c.ctid as place from card c
                where c.merchant_id = ${merchant} and c.id = r.id limit 1) as found
    where card.ctid = found.place`,
  )
}
