import {
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
}

const RECENT = 48 * HOUR
/** Enough for a person to recognise a card by. */
const NUMBER_END = 4

/** Since when stamps are told to tablets. */
export function recentSince(now: EpochMs): EpochMs {
  return plus(now, -RECENT)
}

/** @param stamps those that count; older ones than 48 hours are left out */
export function cardChange(
  card: CardRow,
  stamps: readonly StampFact[],
  now: EpochMs,
): FeedChange & { entity: 'card' } {
  const since = recentSince(now)
  const recent = stamps
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => a.at - b.at)
    .map(({ op_id, at, count }) => ({ op_id, at: formatInstant(at), count }))
  const { id, token_hash, program_id, status } = card
  const number_end = card.number.slice(-NUMBER_END)
  return {
    entity: 'card',
    id,
    data: { id, token_hash, program_id, status, number_end, stamps: card.stamps, recent },
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
    .select(['id', 'token_hash', 'program_id', 'number', 'status', 'stamps'])
    .where('merchant_id', '=', merchantId)
    .where('id', 'in', cardIds)
    .execute()
  const stamps = await db
    .selectFrom('card_stamp')
    .select(['card_id', 'op_id', 'occurred_at as at', 'count'])
    .where('merchant_id', '=', merchantId)
    .where('card_id', 'in', cardIds)
    .where('voided', '=', false)
    .where('occurred_at', '>=', sql<EpochMs>`${formatInstant(recentSince(now))}::timestamptz`)
    .execute()
  const byCard = new Map<Id, StampFact[]>(cards.map(({ id }) => [id, []]))
  for (const { card_id, ...stamp } of stamps) byCard.get(card_id)?.push(stamp)
  return cards.map((card) => cardChange(card, byCard.get(card.id) ?? [], now))
}
