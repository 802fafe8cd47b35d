import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Card } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'

export interface CardPage {
  readonly program_id: Id | undefined
  /** Part of the number, with or without its spaces. */
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
  const { program_id, search, before, limit } = page
  const part = search?.replaceAll(/[\s-]/g, '') ?? ''
  const rows = await select(db, merchantId)
    .$if(program_id !== undefined, (query) => query.where('program_id', '=', program_id ?? ''))
    .$if(part !== '', (query) =>
      query.where(sql<boolean>`replace(number, ' ', '') like ${`%${escapeLike(part)}%`}`),
    )
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(cardOf)
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireCard(db: Kysely<Database>, merchantId: Id, id: Id): Promise<Card> {
  const row = await select(db, merchantId).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such card.')
  return cardOf(row)
}

function select(db: Kysely<Database>, merchantId: Id) {
  return db
    .selectFrom('card')
    .select(['id', 'program_id', 'number', 'customer_id', 'status', 'stamps'])
    .select(['last_stamp_at', 'created_at'])
    .where('merchant_id', '=', merchantId)
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

/** What a person types is looked for as it is; `%` and `_` are no wildcards of theirs. */
function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
