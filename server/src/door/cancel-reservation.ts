import { formatInstant, type Id } from '@counterfoil/domain'
import type { Reservation } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import type { FeedChange } from '../sync/feed'
import { tellGuest } from './guest-mail'
import { requireReservation } from './reservation.query'
import { detailOf } from './reservation.repository'
import { loadSeats, type Seats } from './seats'
import { loadTicketChange } from './ticket-change'

export interface CancelOptions {
  /** Throws where this caller may not cancel. */
  readonly allow?: (before: Reservation, seats: Seats) => void
  /** Nobody is told by mail. */
  readonly quiet?: boolean
}

/**
 * Frees its seats and revokes its ticket; who went in on it stays in the count. Cancelled twice is
 * cancelled.
 * @throws ProblemError `NOT_FOUND`
 */
export function cancelReservation(
  by: ChangeBy,
  id: Id,
  { allow, quiet = false }: CancelOptions = {},
): Promise<Reservation> {
  const { merchant_id } = by.caller
  return change(by, 'reservation.cancel', ['door'], async (trx) => {
    const before = await requireReservation(trx, merchant_id, id)
    const seats = await loadSeats(trx, merchant_id, before.performance_id)
    allow?.(before, seats)
    const feed = before.status === 'cancelled' ? [] : await cancel(trx, by, before)
    const answer = await requireReservation(trx, merchant_id, id)
    if (before.status === 'confirmed' && !quiet)
      await tellGuest(trx, by, answer, { kind: 'cancelled' })
    return { answer, subject_id: id, detail: detailOf(answer, seats), feed }
  })
}

async function cancel(
  trx: Transaction<Database>,
  { caller, now }: ChangeBy,
  { id, ticket_id }: Reservation,
): Promise<readonly FeedChange[]> {
  const { merchant_id } = caller
  await trx
    .updateTable('reservation')
    .set({ status: 'cancelled', cancelled_at: formatInstant(now), expires_at: null })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .execute()
  await trx
    .deleteFrom('reservation_link')
    .where('merchant_id', '=', merchant_id)
    .where('reservation_id', '=', id)
    .execute()
  if (ticket_id === null) return []
  await trx
    .updateTable('ticket')
    .set({ status: 'revoked' })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', ticket_id)
    .execute()
  return [await loadTicketChange(trx, merchant_id, ticket_id, now)]
}
