import { type EpochMs, earlier, HOUR, plus } from './time'

/** What decides whether guests may book a performance. */
export interface BookablePerformance {
  /** Takes place. */
  readonly active: boolean
  /** On the public programme. */
  readonly listed: boolean
  readonly starts_at: EpochMs
  /** `null`: from its announcement on. */
  readonly booking_opens_at: EpochMs | null
  /** `null`: until it starts. */
  readonly booking_closes_at: EpochMs | null
  /** Most people on one booking by a guest. */
  readonly max_party: number
}

/** Why guests cannot book; `null`: they can. */
export type BookingState = 'off' | 'not_yet' | 'closed' | null

/**
 * from `booking_opens_at` on, until but not at `booking_closes_at`, and never once it has
 * started.
 */
export function bookingState(performance: BookablePerformance, at: EpochMs): BookingState {
  const { active, listed, booking_opens_at: opens } = performance
  if (!active || !listed) return 'off'
  if (at >= bookingEnds(performance)) return 'closed'
  return opens !== null && at < opens ? 'not_yet' : null
}

/** The moment from which guests can book no more. */
export function bookingEnds({
  starts_at,
  booking_closes_at,
}: Pick<BookablePerformance, 'starts_at' | 'booking_closes_at'>): EpochMs {
  return booking_closes_at === null ? starts_at : earlier(starts_at, booking_closes_at)
}

/** Seats that can still be confirmed; never below 0, though a merchant may have issued too many. */
export function seatsLeft(capacity: number, booked: number): number {
  return Math.max(0, capacity - booked)
}

/**
 * whether a party fits among those who are confirmed. Pending reservations hold no seat.
 *
 * @param booked people on the performance's confirmed tickets, without this party's own
 */
export function seatsFit(capacity: number, booked: number, party: number): boolean {
  return party <= seatsLeft(capacity, booked)
}

/** How long a guest has to confirm at most. */
export const CONFIRM_WITHIN = 48 * HOUR

/** when a confirmation link ends: after 48 hours, and no later than the performance begins. */
export function confirmationEnds(booked_at: EpochMs, starts_at: EpochMs): EpochMs {
  return earlier(plus(booked_at, CONFIRM_WITHIN), starts_at)
}

/** at the very moment it ends it is over. */
export function isOver(ends: EpochMs, at: EpochMs): boolean {
  return at >= ends
}

/** What a guest's own change of a confirmed reservation goes by. */
export interface HeldReservation {
  readonly status: 'pending' | 'confirmed' | 'cancelled'
  readonly starts_at: EpochMs
  /** People let in on its ticket so far. */
  readonly admitted: number
}

/** guests change or cancel what is confirmed, until it starts and nobody of theirs is in. */
export function guestMayChange(held: HeldReservation, at: EpochMs): boolean {
  return held.status === 'confirmed' && held.admitted === 0 && at < held.starts_at
}
