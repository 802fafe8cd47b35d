import { createTicketUse, formatInstant, type Id } from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import type { ChangeBy } from '../merchants/change'
import { hashToken } from '../qr/token'
import type { FeedChange } from '../sync/feed'
import { type SigningKey, signingKey } from './issuer-key'
import { signTicket } from './sign-ticket'
import { loadTicketChange, ticketChange } from './ticket-change'

export interface SeatTicket {
  readonly ticket_id: Id
  readonly performance_id: Id
  readonly name: string
  readonly party_size: number
}

interface Signed {
  /** What the ticket's QR holds; stored nowhere. */
  readonly token: string
  readonly feed: readonly FeedChange[]
}

/** Part of a change that holds the lane: the ticket of a reservation that is confirmed. */
export async function issueSeatTicket(
  trx: Transaction<Database>,
  by: ChangeBy,
  ticket: SeatTicket,
): Promise<Signed> {
  const { tokens, feed } = await issueSeatTickets(trx, by, [ticket])
  return { token: tokens[0] ?? '', feed }
}

/** The same for many at once. */
export async function issueSeatTickets(
  trx: Transaction<Database>,
  by: ChangeBy,
  tickets: readonly SeatTicket[],
): Promise<{ readonly tokens: readonly string[]; readonly feed: readonly FeedChange[] }> {
  const { merchant_id } = by.caller
  const { key, feed } = await signingKey(trx, by)
  const signed = tickets.map((ticket) => ({ id: ticket.ticket_id, ...sign(key, ticket) }))
  const always = { merchant_id, status: 'confirmed', created_at: formatInstant(by.now) } as const
  await trx
    .insertInto('ticket')
    .values(signed.map(({ id, columns }) => ({ ...always, ...columns, id })))
    .execute()
  const unused = createTicketUse([])
  const told = signed.map(({ id, columns }) =>
    ticketChange({ ...always, ...columns, id }, unused, by.now),
  )
  return { tokens: signed.map(({ token }) => token), feed: [...feed, ...told] }
}

/** The same for other people or another performance: the former token is worth nothing from now on. */
export async function replaceSeatTicket(
  trx: Transaction<Database>,
  by: ChangeBy,
  ticket: SeatTicket,
): Promise<Signed> {
  const { merchant_id } = by.caller
  const { key, feed } = await signingKey(trx, by)
  const { token, columns } = sign(key, ticket)
  await trx
    .updateTable('ticket')
    .set(columns)
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', ticket.ticket_id)
    .execute()
  const told = await loadTicketChange(trx, merchant_id, ticket.ticket_id, by.now)
  return { token, feed: [...feed, told] }
}

/** Another name on the same ticket: what its holder has stays good. */
export async function renameSeatTicket(
  trx: Transaction<Database>,
  { caller, now }: ChangeBy,
  { ticket_id, name }: Pick<SeatTicket, 'ticket_id' | 'name'>,
): Promise<FeedChange> {
  await trx
    .updateTable('ticket')
    .set({ name })
    .where('merchant_id', '=', caller.merchant_id)
    .where('id', '=', ticket_id)
    .execute()
  return loadTicketChange(trx, caller.merchant_id, ticket_id, now)
}

function sign(key: SigningKey, ticket: SeatTicket) {
  const { ticket_id, performance_id, name, party_size } = ticket
  const token = signTicket(key, { ticket_id, performance_id, party_size })
  const token_hash = hashToken(token)
  return { token, columns: { performance_id, name, party_size, token_hash, issuer_key_id: key.id } }
}
