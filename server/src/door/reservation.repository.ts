import { confirmationEnds, type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Language } from '@counterfoil/messages'
import type { Reservation } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import { nameKey } from '../db/name-key'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { ProblemError } from '../problem-error'
import type { FeedChange } from '../sync/feed'
import { confirmationOf, tellGuest } from './guest-mail'
import { loadSeats, requireSeats, type Seats } from './seats'
import { issueSeatTicket } from './seat-ticket'
import { requireReservation } from './reservation.query'

export interface Booking {
  readonly performance_id: Id
  readonly name: string
  readonly email: string | null
  readonly party_size: number
  readonly language: Language
  readonly note: string
  readonly source: Reservation['source']
}

export interface BookOptions {
  /** Throws where this caller may not book. */
  readonly allow?: (seats: Seats) => void
  /** Nobody is told by mail. */
  readonly quiet?: boolean
}

/**
 * Books: the one way in, for guests and for the merchant. Pending ones hold no seat and wait for
 * the guest's confirmation; others are confirmed at once, if they fit.
 *
 * @throws ProblemError `NOT_FOUND`, `VALIDATION`, `CONFLICT` with `seats_left`
 */
export function book(
  by: ChangeBy,
  booking: Booking,
  status: 'confirmed' | 'pending',
  { allow, quiet = false }: BookOptions = {},
): Promise<Reservation> {
  const { merchant_id } = by.caller
  const id = by.deps.newId()
  return change(by, 'reservation.create', ['door'], async (trx) => {
    const seats = await loadSeats(trx, merchant_id, booking.performance_id)
    allow?.(seats)
    if (status === 'pending' && booking.email === null) throw nobodyToAsk()
    requireSeats(seats, status === 'pending' ? 0 : booking.party_size)
    await insertReservation(trx, by, { ...booking, id }, seats.starts_at)
    const issued =
      status === 'pending' ? undefined : await confirmSeats(trx, by, { ...booking, id }, seats)
    const answer = await requireReservation(trx, merchant_id, id)
    if (!quiet) await tellGuest(trx, by, answer, toldOf(answer, issued?.token, by.now))
    const feed = issued?.feed ?? []
    return { answer, subject_id: id, detail: detailOf(answer, seats), feed }
  })
}

function toldOf(reservation: Reservation, token: string | undefined, now: EpochMs) {
  return token === undefined
    ? ({ kind: 'confirm', expires: confirmationOf(reservation, now) } as const)
    : ({ kind: 'ticket', token } as const)
}

async function insertReservation(
  trx: Transaction<Database>,
  { caller, now }: ChangeBy,
  booking: Booking & { readonly id: Id },
  starts_at: EpochMs,
): Promise<void> {
  await trx
    .insertInto('reservation')
    .values({
      ...booking,
      merchant_id: caller.merchant_id,
      name_key: nameKey(booking.name),
      status: 'pending',
      expires_at: formatInstant(confirmationEnds(now, starts_at)),
      created_at: formatInstant(now),
    })
    .execute()
}

/**
 * Part of a change that holds the lane: a pending reservation gets its seats and its ticket.
 * @throws ProblemError `CONFLICT` with `seats_left`
 */
export async function confirmSeats(
  trx: Transaction<Database>,
  by: ChangeBy,
  {
    id,
    performance_id,
    name,
    party_size,
  }: Pick<Reservation, 'id' | 'performance_id' | 'name' | 'party_size'>,
  seats: Seats,
): Promise<{ readonly token: string; readonly feed: readonly FeedChange[] }> {
  requireSeats(seats, party_size)
  const ticket_id = by.deps.newId()
  const issued = await issueSeatTicket(trx, by, { ticket_id, performance_id, name, party_size })
  await trx
    .updateTable('reservation')
    .set({ status: 'confirmed', ticket_id, expires_at: null, confirmed_at: formatInstant(by.now) })
    .where('merchant_id', '=', by.caller.merchant_id)
    .where('id', '=', id)
    .execute()
  return issued
}

/** For the audit: nothing of who they are, for what is erased must not live on there. */
export function detailOf(
  { performance_id, party_size, status, source }: Reservation,
  { title }: Pick<Seats, 'title'>,
) {
  return { performance: title, performance_id, party_size, status, source }
}

export function cancelled(): ProblemError {
  return new ProblemError('CONFLICT', 'This reservation was cancelled; book again.')
}

function nobodyToAsk(): ProblemError {
  return new ProblemError('VALIDATION', 'Whoever shall confirm needs an e-mail address.', {
    errors: [{ pointer: '/email', message: 'is needed', code: 'REQUIRED' }],
  })
}
