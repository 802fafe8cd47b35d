import type { Id } from '@counterfoil/domain'
import type { Reservation } from '@counterfoil/protocol'
import { type ChangeBy, change } from '../merchants/change'
import { ProblemError } from '../problem-error'
import { confirmationOf, tellGuest } from './guest-mail'
import { knownTickets } from './guests/printed-tickets.query'
import { requireReservation } from './reservation.query'
import { cancelled } from './reservation.repository'

/**
 * The mail that a guest lost: the ticket, or a new link to confirm.
 * @throws ProblemError `NOT_FOUND`, `CONFLICT` for a cancelled one, `VALIDATION` without an address
 */
export function sendAgain(by: ChangeBy, id: Id): Promise<Reservation> {
  const { caller, deps, now } = by
  const { merchant_id } = caller
  return change(by, 'reservation.send', ['door'], async (trx) => {
    const answer = await requireReservation(trx, merchant_id, id)
    const { performance_id, status, email } = answer
    if (status === 'cancelled') throw cancelled()
    if (email === null) throw new ProblemError('VALIDATION', 'There is no e-mail address.')
    if (status === 'pending') {
      await tellGuest(trx, by, answer, { kind: 'confirm', expires: confirmationOf(answer, now) })
    } else {
      const wanted = { performance_id, reservation_id: id, limit: 1 }
      const [ticket] = await knownTickets(trx, deps.crypto, merchant_id, wanted)
      if (ticket === undefined) throw cancelled()
      await tellGuest(trx, by, answer, { kind: 'ticket', token: ticket.token })
    }
    return { answer, subject_id: id, detail: { performance_id, status }, feed: [] }
  })
}
