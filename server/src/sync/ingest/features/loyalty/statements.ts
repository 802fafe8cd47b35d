import type { EpochMs, Id } from '@counterfoil/domain'
import { sql } from 'kysely'
import { type ListColumn, lists, namesOf } from '../../../../db/list'
import { storable } from '../../clock'
import { type Exact, json, optional, type Part, when } from '../../sql-parts'
import type { Gathered } from './gathered'

const STAMP_COLUMNS: readonly ListColumn<StampRow>[] = [
  ['card_id', 'uuid', ([, { card_id }]) => card_id],
  ['op_id', 'uuid', ([op_id]) => op_id],
  ['occurred_at', 'timestamptz', ([, { occurred_at }]) => storable(occurred_at)],
  ['count', 'integer', ([, { count }]) => count],
  ['voided', 'boolean', ([, { voided }]) => voided],
]

type StampRow = Gathered['stamps'] extends ReadonlyMap<infer K, infer V> ? readonly [K, V] : never

export function upsertStamps(merchant: Part, stamps: Gathered['stamps']): readonly Part[] {
  const rows = [...stamps]
  return when(
    rows,
    () => sql`
    insert into card_stamp (merchant_id, ${namesOf(STAMP_COLUMNS)})
    select ${merchant}, r.* from unnest(${lists(STAMP_COLUMNS, rows)}) as r
    on conflict (merchant_id, card_id, op_id) do update set voided = excluded.voided`,
  )
}

export function upsertMoves(merchant: Part, moves: Gathered['moves']): readonly Part[] {
  const rows = [...moves].map(([op_id, { card_id, occurred_at, points, stamps, voided }]) => ({
    card_id,
    op_id,
    occurred_at: storable(occurred_at),
    points,
    stamps,
    voided,
  }))
  return when(
    rows,
    () => sql`
    insert into card_movement (merchant_id, card_id, op_id, occurred_at, points, stamps, voided)
    select ${merchant}, card_id, op_id, occurred_at, points, stamps, voided
    from jsonb_to_recordset(${json(rows)}) as r (card_id uuid, op_id uuid, occurred_at timestamptz,
      points bigint, stamps integer, voided boolean)
    on conflict (merchant_id, card_id, op_id) do update set voided = excluded.voided`,
  )
}

export interface CardHolding {
  readonly id: Id
  readonly stamps: number
  readonly points: number
  readonly last_stamp_at: EpochMs | null
}

const HOLDING_COLUMNS: readonly ListColumn<CardHolding>[] = [
  ['id', 'uuid', ({ id }) => id],
  ['stamps', 'integer', ({ stamps }) => stamps],
  ['points', 'bigint', ({ points }) => points],
  ['last_stamp_at', 'timestamptz', ({ last_stamp_at }) => optional(last_stamp_at)],
]

/**
 * Each card is looked up by itself and then written where it was found: joined in one go, the
 * planner may read every card of the merchant while its statistics are young. The lane keeps them
 * in their place meanwhile. One that somebody moves without it is not found where it was, and
 * PostgreSQL would pass over it without a word: hence `Exact`.
 */
export function updateCards(merchant: Part, cards: readonly CardHolding[]): readonly Exact[] {
  if (cards.length === 0) return []
  const part = sql`
    update card set stamps = r.stamps, points = r.points, last_stamp_at = r.last_stamp_at
    from (select c.place, k.stamps, k.points, k.last_stamp_at
        from unnest(${lists(HOLDING_COLUMNS, cards)})
          as k (${namesOf(HOLDING_COLUMNS)}), lateral (
            select ctid as place from card
             where merchant_id = ${merchant} and card.id = k.id limit 1) as c) as r
    where card.merchant_id = ${merchant} and card.ctid = r.place
    returning 1`
  return [{ part, rows: cards.length }]
}
