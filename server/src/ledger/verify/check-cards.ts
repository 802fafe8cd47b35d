import {
  applyMove,
  type CardFigure,
  type CardFigures,
  type EpochMs,
  figureDifference,
  type Id,
  type LedgerDifference,
  movesOf,
  totalsDifference,
  valueDiffers,
} from '@counterfoil/domain'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../db/schema'
import { factOf, type FactRow } from './check-entry'
import { PAGE, pagesOf } from './pages'

interface CardRow {
  readonly id: Id
  readonly stamps: number
  readonly points: number
  readonly last_stamp_at: EpochMs | null
  /** What tablets are told of it; `null` where they are told nothing. */
  readonly told_stamps: number | null
  readonly told_points: number | null
}

type EntryOfCard = FactRow & { readonly card_id: Id }
type StoredRow = Omit<CardFigure, 'n'> & { readonly card_id: Id; readonly op_id: Id }

const START = '00000000-0000-0000-0000-000000000000'
const END = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Cards of one range of ids are rebuilt at a time: that much is in memory. */
const CARDS = 50

/** Rebuilds every card from the ledger and compares all that is kept of it. */
export async function checkCards(
  db: Kysely<Database>,
  merchantId: Id,
): Promise<LedgerDifference | undefined> {
  for (let from = START; from !== END;) {
    const cards = await readCards(db, merchantId, from)
    // Behind the last card there must be nothing.
    const to = cards.length < CARDS ? END : (cards.at(-1)?.id ?? END)
    const rebuilt = await rebuild(db, merchantId, from, to)
    const stored = await readStored(db, merchantId, from, to)
    for (const card of cards) {
      const difference = checkCard(card, rebuilt.get(card.id), stored.get(card.id))
      if (difference !== undefined) return difference
      rebuilt.delete(card.id)
    }
    const [orphan] = rebuilt.keys()
    if (orphan !== undefined) return missingCard(orphan, rebuilt.get(orphan))
    from = to
  }
  return undefined
}

function checkCard(
  card: CardRow,
  rebuilt: CardFigures = new Map(),
  stored: CardFigures = new Map(),
): LedgerDifference | undefined {
  const { id, stamps, points, told_stamps, told_points } = card
  const feed = { n: null, table: 'feed', row: id }
  return (
    figureDifference(rebuilt, stored) ??
    totalsDifference({ table: 'card', row: id }, rebuilt, card) ??
    valueDiffers({ ...feed, field: 'stamps' }, stamps, told_stamps ?? stamps) ??
    valueDiffers({ ...feed, field: 'points' }, points, told_points ?? points)
  )
}

function missingCard(id: Id, rebuilt: CardFigures | undefined): LedgerDifference {
  const [first] = rebuilt?.values() ?? []
  const place = { n: first?.n ?? null, table: 'card', row: id }
  return { fault: 'row_missing', ...place, field: null, expected: null, found: null }
}

async function readCards(
  db: Kysely<Database>,
  merchantId: Id,
  after: Id,
): Promise<readonly CardRow[]> {
  const { rows } = await sql<CardRow>`
    select c.id, c.stamps, c.points, c.last_stamp_at,
           (f.data->>'stamps')::integer as told_stamps, (f.data->>'points')::bigint as told_points
      from card c left join feed f
        on f.merchant_id = c.merchant_id and f.entity = 'card' and f.id = c.id
     where c.merchant_id = ${merchantId} and c.id > ${after} order by c.id limit ${CARDS}
  `.execute(db)
  return rows
}

async function rebuild(
  db: Kysely<Database>,
  merchantId: Id,
  from: Id,
  to: Id,
): Promise<Map<Id, CardFigures>> {
  const cards = new Map<Id, CardFigures>()
  const pages = pagesOf<EntryOfCard>(async (after) => {
    const { rows } = await sql<EntryOfCard>`
      select n, body, kind, status, occurred_at, card_id from ledger_entry
       where merchant_id = ${merchantId} and card_id is not null
         and (card_id, n) > (${after?.card_id ?? from}, ${after?.n ?? Number.MAX_SAFE_INTEGER})
         and card_id <= ${to}
       order by card_id, n limit ${PAGE}`.execute(db)
    return rows
  })
  for await (const page of pages) {
    for (const row of page) {
      for (const move of movesOf(factOf(row)) ?? []) {
        const card = cards.get(move.card_id) ?? new Map()
        cards.set(move.card_id, card)
        applyMove(card, row.n, move)
      }
    }
  }
  return cards
}

async function readStored(
  db: Kysely<Database>,
  merchantId: Id,
  from: Id,
  to: Id,
): Promise<Map<Id, CardFigures>> {
  const cards = new Map<Id, CardFigures>()
  const pages = pagesOf<StoredRow>(async (after) => {
    const { rows } = await sql<StoredRow>`
      select card_id, op_id, at, given, points, stamps, voided from (
        select card_id, op_id, occurred_at as at, true as given, 0::bigint as points,
               count as stamps, voided, merchant_id from card_stamp
        union all
        select card_id, op_id, occurred_at, false, points, stamps, voided, merchant_id
          from card_movement) as row
       where merchant_id = ${merchantId}
         and (card_id, op_id) > (${after?.card_id ?? from}, ${after?.op_id ?? END})
         and card_id <= ${to}
       order by card_id, op_id limit ${PAGE}`.execute(db)
    return rows
  })
  for await (const page of pages) {
    for (const { card_id, op_id, ...figure } of page) {
      const card = cards.get(card_id) ?? new Map()
      cards.set(card_id, card)
      card.set(op_id, { ...figure, n: null })
    }
  }
  return cards
}
