import type { EpochMs, Id } from '@counterfoil/domain'
import { sql } from 'kysely'
import { type ListColumn, lists, namesOf } from '../../../../db/list'
import { fewPlaces } from '../../../../db/places'
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

/**
 * A stamp that counts is one of an operation that nobody had before: it is not looked for, which
 * costs as much again. What is undone is there, or is of this batch as well.
 */
export function writeStamps(merchant: Part, stamps: Gathered['stamps']): readonly Part[] {
  const rows = [...stamps]
  const given = rows.filter(([, { voided }]) => !voided)
  const undone = rows.filter(([, { voided }]) => voided)
  return [
    ...when(given, () => insertStamps(merchant, given)),
    ...when(
      undone,
      () => sql`${insertStamps(merchant, undone)}
    on conflict (merchant_id, card_id, op_id) do update set voided = excluded.voided`,
    ),
  ]
}

function insertStamps(merchant: Part, rows: readonly StampRow[]): Part {
  return sql`
    insert into card_stamp (merchant_id, ${namesOf(STAMP_COLUMNS)})
    select ${merchant}, r.* from unnest(${lists(STAMP_COLUMNS, rows)}) as r`
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
  /** Where it was read; `null` when it may have been written since. */
  readonly place: string | null
  readonly stamps: number
  readonly points: number
  readonly last_stamp_at: EpochMs | null
}

const HOLDING_COLUMNS: readonly ListColumn<CardHolding>[] = [
  ['id', 'uuid', ({ id }) => id],
  ['place', 'tid', ({ place }) => place],
  ['stamps', 'integer', ({ stamps }) => stamps],
  ['points', 'bigint', ({ points }) => points],
  ['last_stamp_at', 'timestamptz', ({ last_stamp_at }) => optional(last_stamp_at)],
]

/**
 * A card is written where it was read: the lane keeps it there meanwhile. One that an earlier batch
 * of the same transaction may have written is looked up by itself: joined in one go, the planner
 * may read every card of the merchant while its statistics are young. One that somebody moves
 * without the lane is not found where it was, and PostgreSQL would pass over it without a word:
 * hence `Exact`.
 */
export function updateCards(merchant: Part, cards: readonly CardHolding[]): readonly Exact[] {
  if (cards.length === 0) return []
  const part = sql`
    update card set stamps = r.stamps, points = r.points, last_stamp_at = r.last_stamp_at
    from (select coalesce(k.place, (select ctid from card
             where merchant_id = ${merchant} and card.id = k.id limit 1)) as place,
          k.id, k.stamps, k.points, k.last_stamp_at
        from unnest(${lists(HOLDING_COLUMNS, cards)})
          as k (${namesOf(HOLDING_COLUMNS)}) offset 0) as r
    where card.merchant_id = ${merchant} and card.ctid = r.place and card.id = r.id
      and ${fewPlaces('r')}
    returning 1`
  return [{ part, rows: cards.length }]
}
