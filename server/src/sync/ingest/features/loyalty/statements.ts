import type { EpochMs, Id } from '@counterfoil/domain'
import { sql } from 'kysely'
import { list } from '../../../../db/list'
import { storable } from '../../clock'
import { type Exact, json, optional, type Part, when } from '../../sql-parts'
import type { Gathered } from './gathered'

export function upsertStamps(merchant: Part, stamps: Gathered['stamps']): readonly Part[] {
  const ids = [...stamps.keys()]
  const rows = [...stamps.values()]
  return when(
    rows,
    () => sql`
    insert into card_stamp (merchant_id, card_id, op_id, occurred_at, count, voided)
    select ${merchant}, r.*
    from unnest(${list(
      'uuid',
      rows.map(({ card_id }) => card_id),
    )}, ${list('uuid', ids)},
      ${list(
        'timestamptz',
        rows.map(({ occurred_at }) => storable(occurred_at)),
      )},
      ${list(
        'integer',
        rows.map(({ count }) => count),
      )},
      ${list(
        'boolean',
        rows.map(({ voided }) => voided),
      )}) as r
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
        from unnest(${list(
          'uuid',
          cards.map(({ id }) => id),
        )},
          ${list(
            'integer',
            cards.map(({ stamps }) => stamps),
          )},
          ${list(
            'bigint',
            cards.map(({ points }) => points),
          )},
          ${list(
            'timestamptz',
            cards.map(({ last_stamp_at }) => optional(last_stamp_at)),
          )})
          as k (id, stamps, points, last_stamp_at), lateral (
            select ctid as place from card
             where merchant_id = ${merchant} and card.id = k.id limit 1) as c) as r
    where card.merchant_id = ${merchant} and card.ctid = r.place
    returning 1`
  return [{ part, rows: cards.length }]
}
