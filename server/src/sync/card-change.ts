import {
  type BalanceMove,
  type EpochMs,
  formatInstant,
  HOUR,
  type Id,
  plus,
  type StampFact,
} from '@counterfoil/domain'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'
import type { FeedChange } from './feed'

/** What of a card a tablet is told. */
export interface CardRow {
  readonly id: Id
  readonly token_hash: string
  readonly program_id: Id
  readonly number: string
  readonly status: 'active' | 'blocked'
  readonly stamps: number
  readonly points: number
}

const RECENT = 48 * HOUR
/** Enough for a person to recognise a card by. */
const NUMBER_END = 4

/** Since when stamps are told to tablets. */
export function recentSince(now: EpochMs): EpochMs {
  return plus(now, -RECENT)
}

/** What counts on a card; of what is older than 48 hours tablets are told the sums only. */
export interface CardHistory {
  readonly stamps: readonly StampFact[]
  readonly moves: readonly BalanceMove[]
}

export const NO_HISTORY: CardHistory = { stamps: [], moves: [] }

export function cardChange(
  card: CardRow,
  { stamps, moves: all }: CardHistory,
  now: EpochMs,
): FeedChange & { entity: 'card' } {
  const since = recentSince(now)
  const moves = all
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => a.at - b.at)
    .map(({ op_id, at, points, stamps }) => ({ op_id, at: formatInstant(at), points, stamps }))
  const recent = stamps
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => a.at - b.at)
    .map(({ op_id, at, count }) => ({ op_id, at: formatInstant(at), count }))
  const { id, token_hash, program_id, status, points } = card
  const number_end = card.number.slice(-NUMBER_END)
  const balance = { stamps: card.stamps, recent, points, moves }
  return {
    entity: 'card',
    id,
    data: { id, token_hash, program_id, status, number_end, ...balance },
  }
}

/** Changes of cards as they now are in the database. Call it behind the lane, after the writing. */
export async function loadCardChanges(
  db: Kysely<Database>,
  merchantId: Id,
  cardIds: readonly Id[],
  now: EpochMs,
): Promise<FeedChange[]> {
  if (cardIds.length === 0) return []
  const cards = await db
    .selectFrom('card')
    .select(['id', 'token_hash', 'program_id', 'number', 'status', 'stamps', 'points'])
    .where('merchant_id', '=', merchantId)
    .where('id', 'in', cardIds)
    .execute()
  const since = sql<EpochMs>`${formatInstant(recentSince(now))}::timestamptz`
  const stamps = await db
    .selectFrom('card_stamp')
    .select(['card_id', 'op_id', 'occurred_at as at', 'count'])
    .where('merchant_id', '=', merchantId)
    .where('card_id', 'in', cardIds)
    .where('voided', '=', false)
    .where('occurred_at', '>=', since)
    .execute()
  const moves = await db
    .selectFrom('card_movement')
    .select(['card_id', 'op_id', 'occurred_at as at', 'points', 'stamps'])
    .where('merchant_id', '=', merchantId)
    .where('card_id', 'in', cardIds)
    .where('voided', '=', false)
    .where('occurred_at', '>=', since)
    .execute()
  return cards.map((card) => {
    const history = { stamps: of(card.id, stamps), moves: of(card.id, moves) }
    return cardChange(card, history, now)
  })
}

function of<T extends { readonly card_id: Id }>(cardId: Id, rows: readonly T[]): T[] {
  return rows.filter(({ card_id }) => card_id === cardId)
}
