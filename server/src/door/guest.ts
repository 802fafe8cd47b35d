import {
  bookingState,
  guestMayChange,
  HOUR,
  type Id,
  instantMs,
  isOver,
  plus,
} from '@counterfoil/domain'
import type { Reservation } from '@counterfoil/protocol'
import { moment } from '../db/moment'
import { acrossMerchants, forMerchant } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import { type ChangeBy, change } from '../merchants/change'
import { ProblemError } from '../problem-error'
import { cancelReservation } from './cancel-reservation'
import { changeReservation } from './change-reservation'
import { requireReservation } from './reservation.query'
import { book, type Booking, confirmSeats, detailOf } from './reservation.repository'
import { type Link, linkGone, type LinkPurpose, requireLink, useLink } from './reservation-link'
import { loadSeats, type Seats } from './seats'
import { tellGuest } from './guest-mail'

/** A request of somebody who has no account. */
export interface GuestRequest {
  readonly deps: Deps
  readonly ip: string
  readonly now: ChangeBy['now']
}

/** For a merchant that is known, on nobody's account. */
export function guestOf({ deps, ip, now }: GuestRequest, merchant_id: Id): ChangeBy {
  const db = forMerchant(deps.db, merchant_id)
  return { deps: { ...deps, db }, caller: { merchant_id, account_id: null }, ip, now }
}

/** What a link of a mail opens. @throws ProblemError `NOT_FOUND` for whatever is wrong with it */
export function openLink(
  { deps, now }: GuestRequest,
  token: string,
  purpose: LinkPurpose,
): Promise<Link> {
  return requireLink(acrossMerchants(deps.db), token, purpose, now)
}

/** Mails that a guest's address gets in an hour for one merchant, whoever asks for them. */
const MOST_MAILS = 5

/**
 * Asks for seats. The answer says nothing of the address: neither whether it is known, nor whether
 * it has had so many mails that this one is not sent.
 * @throws ProblemError `NOT_FOUND`, `CONFLICT` where guests cannot book, `VALIDATION`
 */
export async function bookAsGuest(
  by: ChangeBy,
  booking: Omit<Booking, 'note' | 'source'>,
): Promise<void> {
  const { count } = await by.deps.db
    .selectFrom('reservation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('merchant_id', '=', by.caller.merchant_id)
    .where('email', '=', booking.email)
    .where('status', '=', 'pending')
    .where('created_at', '>', moment(plus(by.now, -1 * HOUR)))
    .executeTakeFirstOrThrow()
  const quiet = count >= MOST_MAILS
  const asked = { ...booking, note: '', source: 'guest' } as const
  await book(by, asked, 'pending', { allow: (seats) => requireBookable(by, booking, seats), quiet })
}

function requireBookable(
  { now }: ChangeBy,
  { party_size }: Pick<Booking, 'party_size'>,
  seats: Seats,
): void {
  const state = bookingState(seats, now)
  if (state === 'off') throw new ProblemError('NOT_FOUND', 'There is no such performance.')
  if (state !== null) {
    throw new ProblemError('CONFLICT', 'Booking is not open.', { booking: state })
  }
  requireParty(seats, party_size)
}

function requireParty({ max_party }: Seats, party_size: number): void {
  if (party_size <= max_party) return
  throw new ProblemError('VALIDATION', `At most ${max_party} people on one booking.`, {
    errors: [
      {
        pointer: '/party_size',
        message: `at most ${max_party}`,
        code: 'TOO_GREAT',
        limit: max_party,
      },
    ],
  })
}

/** A reservation, and whose it is. */
export interface Held {
  readonly merchant_id: Id
  readonly reservation: Reservation
}

export interface Confirmed extends Held {
  /** Of its ticket. */
  readonly token: string
}

/**
 * The guest's yes: seats are counted again, behind the lane. Where they no longer fit the link
 * stays good, should somebody cancel.
 * @throws ProblemError `NOT_FOUND` for the link, `CONFLICT` with `seats_left`
 */
export async function confirmAsGuest(request: GuestRequest, token: string): Promise<Confirmed> {
  const link = await openLink(request, token, 'confirm')
  const by = guestOf(request, link.merchant_id)
  const { merchant_id, reservation_id } = link
  return change(by, 'reservation.confirm', ['door'], async (trx) => {
    await useLink(trx, link, token, by.now)
    const pending = await requireReservation(trx, merchant_id, reservation_id)
    if (isGone(pending, by.now)) throw linkGone()
    const seats = await loadSeats(trx, merchant_id, pending.performance_id)
    const issued = await confirmSeats(trx, by, pending, seats)
    const reservation = await requireReservation(trx, merchant_id, reservation_id)
    await tellGuest(trx, by, reservation, { kind: 'ticket', token: issued.token })
    return {
      answer: { merchant_id, reservation, token: issued.token },
      subject_id: reservation_id,
      detail: detailOf(reservation, seats),
      feed: issued.feed,
    }
  })
}

function isGone({ status, expires_at }: Reservation, now: ChangeBy['now']): boolean {
  return status !== 'pending' || expires_at === null || isOver(instantMs(expires_at), now)
}

/** R-114 @throws ProblemError `NOT_FOUND`, `CONFLICT`, `VALIDATION` */
export async function changeAsGuest(
  request: GuestRequest,
  token: string,
  party_size: number,
): Promise<Held> {
  const { merchant_id, reservation_id } = await openLink(request, token, 'manage')
  const by = guestOf(request, merchant_id)
  const patch = { party_size }
  const reservation = await changeReservation(by, reservation_id, patch, (before, seats) => {
    requireChangeable(by, before, seats)
    requireParty(seats, party_size)
  })
  return { merchant_id, reservation }
}

/** R-114 @throws ProblemError `NOT_FOUND`, `CONFLICT` */
export async function cancelAsGuest(request: GuestRequest, token: string): Promise<Held> {
  const { merchant_id, reservation_id } = await openLink(request, token, 'manage')
  const by = guestOf(request, merchant_id)
  const reservation = await cancelReservation(by, reservation_id, {
    allow: (before, seats) => requireChangeable(by, before, seats),
  })
  return { merchant_id, reservation }
}

function requireChangeable({ now }: ChangeBy, { status, admitted }: Reservation, seats: Seats) {
  if (guestMayChange({ status, admitted, starts_at: seats.starts_at }, now)) return
  throw new ProblemError('CONFLICT', 'This reservation can no longer be changed by its guest.')
}
