import {
  createTicketUse,
  type EpochMs,
  formatInstant,
  HOUR,
  type Id,
  type MovementFact,
  plus,
  type TicketStatus,
  type TicketUse,
} from '@counterfoil/domain'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'
import type { FeedChange } from '../sync/feed'

/** What of a ticket a tablet is told, beside what was done on it. */
export interface TicketRow {
  readonly id: Id
  readonly token_hash: string
  readonly performance_id: Id
  readonly name: string
  readonly party_size: number
  readonly status: TicketStatus
}

export const TICKET_COLUMNS = [
  'id',
  'token_hash',
  'performance_id',
  'name',
  'party_size',
  'status',
] as const satisfies readonly (keyof TicketRow)[]

const RECENT = 48 * HOUR

/** Older movements are told as sums only. */
export function ticketChange(ticket: TicketRow, use: TicketUse, now: EpochMs): FeedChange {
  const { id, token_hash, performance_id, name, party_size, status } = ticket
  const { admitted, first } = use
  const recent = use.movements
    .filter(({ at }) => at >= plus(now, -RECENT))
    .toSorted((a, b) => a.at - b.at)
    .map(({ op_id, at, people, device_label }) => ({
      op_id,
      at: formatInstant(at),
      people,
      device_label,
    }))
  const data = {
    id,
    token_hash,
    performance_id,
    name,
    party_size,
    status,
    admitted,
    inside: use.inside.last(),
    first: first === null ? null : { ...first, at: formatInstant(first.at) },
    recent,
  }
  return { entity: 'ticket', id, data }
}

/** Of one ticket as it now is in the database. Call it behind the lane, after the writing. */
export async function loadTicketChange(
  db: Kysely<Database>,
  merchantId: Id,
  ticketId: Id,
  now: EpochMs,
): Promise<FeedChange> {
  const ticket = await db
    .selectFrom('ticket')
    .select(TICKET_COLUMNS)
    .where('merchant_id', '=', merchantId)
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return ticketChange(ticket, await loadTicketUse(db, merchantId, ticketId), now)
}

/** What counts on a ticket, in no order. */
export async function loadTicketUse(
  db: Kysely<Database>,
  merchantId: Id,
  ticketId: Id,
): Promise<TicketUse> {
  const { rows } = await sql<MovementFact>`
    select m.op_id, m.occurred_at as at, m.people, device.label as device_label
      from movement m
      left join device on device.merchant_id = m.merchant_id and device.id = m.device_id
     where m.merchant_id = ${merchantId} and m.ticket_id = ${ticketId} and not m.voided`.execute(db)
  return createTicketUse(rows)
}
