import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Card } from '@counterfoil/protocol'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { nameKey } from '../db/name-key'
import { holding } from '../db/escape-like'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'

export interface CardPage {
  readonly program_id: Id | undefined
  readonly customer_id: Id | undefined
  /** Part of the number, with or without its spaces, or of the customer's name. */
  readonly search: string | undefined
  readonly before: Id | undefined
  readonly limit: number
}

/** Newest first. */
export async function listCards(
  db: Kysely<Database>,
  merchantId: Id,
  page: CardPage,
): Promise<Card[]> {
  const { program_id, customer_id, search = '', before, limit } = page
  const rows = await select(db, merchantId)
    .$if(program_id !== undefined, (query) => query.where('card.program_id', '=', program_id ?? ''))
    .$if(customer_id !== undefined, (query) =>
      query.where('card.customer_id', '=', customer_id ?? ''),
    )
    .$if(search !== '', (query) => query.where(matching(search)))
    .$if(before !== undefined, (query) => query.where('card.id', '<', before ?? ''))
    .orderBy('card.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(cardOf)
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireCard(db: Kysely<Database>, merchantId: Id, id: Id): Promise<Card> {
  const row = await select(db, merchantId).where('card.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such card.')
  return cardOf(row)
}

function select(db: Kysely<Database>, merchantId: Id) {
  return db
    .selectFrom('card')
    .leftJoin('customer', (join) =>
      join
        .onRef('customer.merchant_id', '=', 'card.merchant_id')
        .onRef('customer.id', '=', 'card.customer_id'),
    )
    .select(['card.id', 'card.program_id', 'card.number', 'card.customer_id', 'card.status'])
    .select(['card.stamps', 'card.points', 'card.last_stamp_at', 'card.created_at'])
    .select('customer.name as customer_name')
    .where('card.merchant_id', '=', merchantId)
}

function matching(search: string): RawBuilder<boolean> {
  const number = holding(search.replaceAll(/[\s-]/g, ''))
  return sql<boolean>`(replace(card.number, ' ', '') like ${number}
    or customer.name_key like ${holding(nameKey(search))})`
}

interface CardRow extends Omit<Card, 'last_stamp_at' | 'created_at'> {
  readonly last_stamp_at: EpochMs | null
  readonly created_at: EpochMs
}

function cardOf({ last_stamp_at, created_at, ...card }: CardRow): Card {
  return {
    ...card,
    last_stamp_at: last_stamp_at === null ? null : formatInstant(last_stamp_at),
    created_at: formatInstant(created_at),
  }
}
