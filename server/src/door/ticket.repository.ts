import { formatInstant, type Id } from '@counterfoil/domain'
import type { Ticket } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { ProblemError } from '../problem-error'
import { hashToken } from '../qr/token'
import type { FeedChange } from '../sync/feed'
import { currentIssuerKey, insertIssuerKey, type SigningKey } from './issuer-key'
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

async function signingKey(
  trx: Transaction<Database>,
  { deps, caller, now }: ChangeBy,
): Promise<{ readonly key: SigningKey; readonly feed: readonly FeedChange[] }> {
  const key = await currentIssuerKey(trx, deps.crypto, caller.merchant_id)
  if (key !== undefined) return { key, feed: [] }
  const made = await insertIssuerKey(trx, deps, caller.merchant_id, now)
  return { key: made.key, feed: [made.feed] }
}

export interface TicketPatch {
  readonly name?: string | undefined
  readonly status?: Ticket['status'] | undefined
}

/** @throws ProblemError `NOT_FOUND`; `CONFLICT`: what was revoked stays revoked */
export function updateTicket(by: ChangeBy, id: Id, patch: TicketPatch): Promise<Ticket> {
  const { merchant_id } = by.caller
  const action = patch.status === 'revoked' ? 'ticket.revoke' : 'ticket.update'
  return change(by, action, ['door'], async (trx) => {
    const before = await requireTicket(trx, merchant_id, id)
    const { name = before.name, status = before.status } = patch
    if (before.status === 'revoked' && status !== 'revoked') {
      throw new ProblemError('CONFLICT', 'This ticket was revoked; issue a new one.')
    }
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
