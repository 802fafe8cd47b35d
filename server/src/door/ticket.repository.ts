import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Ticket } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import { nameKey } from '../db/name-key'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { ProblemError } from '../problem-error'
import { hashToken } from '../qr/token'
import { signingKey } from './issuer-key'
import { requirePerformance } from './performance.query'
import { signTicket } from './sign-ticket'
import { loadTicketChange } from './ticket-change'
import { requireTicket } from './ticket.query'

export interface NewTicket {
  readonly performance_id: Id
  readonly name: string
  readonly party_size: number
  readonly status: 'confirmed' | 'unconfirmed'
}

export interface IssuedTicket {
  readonly ticket: Ticket
  /** What the ticket's QR holds; stored nowhere. */
  readonly token: string
}

/**
 * Signs with the merchant's newest key, made here when there is none. Whether the performance has
 * room for them all is decided at the door: merchants overbook.
 * @throws ProblemError `NOT_FOUND`, `VALIDATION` for a performance that was called off
 */
export function issueTicket(by: ChangeBy, body: NewTicket): Promise<IssuedTicket> {
  const { merchant_id } = by.caller
  const id = by.deps.newId()
  return change(by, 'ticket.create', ['door'], async (trx) => {
    const { title } = await requireComing(trx, merchant_id, body.performance_id)
    const { key, feed } = await signingKey(trx, by)
    const { performance_id, party_size } = body
    const token = signTicket(key, { ticket_id: id, performance_id, party_size })
    const row = { ...body, id, merchant_id, token_hash: hashToken(token), issuer_key_id: key.id }
    await trx
      .insertInto('ticket')
      .values({ ...row, created_at: formatInstant(by.now) })
      .execute()
    const ticket = await requireTicket(trx, merchant_id, id)
    return {
      answer: { ticket, token },
      subject_id: id,
      detail: { performance: title, performance_id, party_size, status: body.status },
      feed: [...feed, await loadTicketChange(trx, merchant_id, id, by.now)],
    }
  })
}

async function requireComing(trx: Transaction<Database>, merchantId: Id, id: Id) {
  const performance = await requirePerformance(trx, merchantId, id)
  if (performance.active) return performance
  throw new ProblemError('VALIDATION', 'This performance was called off.', {
    errors: [{ pointer: '/performance_id', message: 'must be a performance that takes place' }],
  })
}

export interface TicketPatch {
  readonly name?: string | undefined
  readonly status?: Ticket['status'] | undefined
}

/**
 * @throws ProblemError `NOT_FOUND`; `CONFLICT`: what was revoked stays revoked, and a reservation's
 *   ticket is confirmed or it is none
 */
export function updateTicket(by: ChangeBy, id: Id, patch: TicketPatch): Promise<Ticket> {
  const { merchant_id } = by.caller
  const action = patch.status === 'revoked' ? 'ticket.revoke' : 'ticket.update'
  return change(by, action, ['door'], async (trx) => {
    const before = await requireTicket(trx, merchant_id, id)
    const { name = before.name, status = before.status } = patch
    if (before.status === 'revoked' && status !== 'revoked') {
      throw new ProblemError('CONFLICT', 'This ticket was revoked; issue a new one.')
    }
    await followTicket(trx, merchant_id, { ...before, name, status }, by.now)
    await trx
      .updateTable('ticket')
      .set({ name, status })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    return {
      answer: { ...before, name, status },
      subject_id: id,
      detail: { name, status },
      feed: [await loadTicketChange(trx, merchant_id, id, by.now)],
    }
  })
}

/** The reservation behind a ticket, if it has one, is what the ticket says. */
async function followTicket(
  trx: Transaction<Database>,
  merchantId: Id,
  { id, name, status }: Ticket,
  now: EpochMs,
): Promise<void> {
  const revoked = status === 'revoked'
  const gone = { status: 'cancelled', cancelled_at: formatInstant(now) } as const
  const followed = await trx
    .updateTable('reservation')
    .set({ name, name_key: nameKey(name), ...(revoked ? gone : {}) })
    .where('merchant_id', '=', merchantId)
    .where('ticket_id', '=', id)
    .where('status', '=', 'confirmed')
    .executeTakeFirst()
  if (status === 'unconfirmed' && followed.numUpdatedRows > 0n) {
    throw new ProblemError('CONFLICT', 'This ticket is a reservation’s: cancel that.')
  }
}
