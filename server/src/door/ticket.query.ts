import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Ticket } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import { holding } from '../db/escape-like'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'

export interface TicketPage {
  readonly performance_id: Id | undefined
  /** Part of the name, in capitals or not. */
  readonly search: string | undefined
  readonly before: Id | undefined
  readonly limit: number
}

/** Newest first. */
export async function listTickets(
  db: Kysely<Database>,
  merchantId: Id,
  page: TicketPage,
): Promise<Ticket[]> {
  const { performance_id, search = '', before, limit } = page
  const rows = await select(db, merchantId)
    .$if(performance_id !== undefined, (query) =>
      query.where('performance_id', '=', performance_id ?? ''),
    )
    .$if(search !== '', (query) => query.where(sql<boolean>`name ilike ${holding(search)}`))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(ticketOf)
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireTicket(db: Kysely<Database>, merchantId: Id, id: Id): Promise<Ticket> {
  const row = await select(db, merchantId).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such ticket.')
  return ticketOf(row)
}

function select(db: Kysely<Database>, merchantId: Id) {
  return db
    .selectFrom('ticket')
    .select(['id', 'performance_id', 'name', 'party_size', 'status', 'admitted', 'inside'])
    .select(['first_admitted_at', 'created_at'])
    .where('merchant_id', '=', merchantId)
}

interface TicketRow extends Omit<Ticket, 'first_admitted_at' | 'created_at'> {
  readonly first_admitted_at: EpochMs | null
  readonly created_at: EpochMs
}

function ticketOf({ first_admitted_at: first, created_at, ...ticket }: TicketRow): Ticket {
  return {
    ...ticket,
    first_admitted_at: first === null ? null : formatInstant(first),
    created_at: formatInstant(created_at),
  }
}
