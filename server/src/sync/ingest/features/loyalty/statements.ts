import { sql } from 'kysely'
import { storable } from '../../clock'
import { json, type Part, type Rows, when } from '../../sql-parts'
import type { Gathered } from './gathered'

export function upsertStamps(merchant: Part, stamps: Gathered['stamps']): readonly Part[] {
  const rows = [...stamps].map(([op_id, { card_id, occurred_at, count, voided }]) => ({
    card_id,
    op_id,
    occurred_at: storable(occurred_at),
    count,
    voided,
  }))
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

export function updateCards(merchant: Part, rows: Rows): readonly Part[] {
  return when(
    rows,
    () => sql`
    update card set stamps = r.stamps, points = r.points, last_stamp_at = r.last_stamp_at
    from jsonb_to_recordset(${json(rows)}) as r (id uuid, stamps integer, points bigint,
        last_stamp_at timestamptz)
    where card.merchant_id = ${merchant} and card.id = r.id`,
  )
}
