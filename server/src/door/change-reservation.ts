import { confirmationEnds, formatInstant, type Id, instantMs } from '@counterfoil/domain'
import type { BodyOf, ENDPOINTS, Reservation } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import { nameKey } from '../db/name-key'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { ProblemError } from '../problem-error'
import type { FeedChange } from '../sync/feed'
import { tellGuest } from './guest-mail'
import { requireReservation } from './reservation.query'
import { cancelled, confirmSeats, detailOf } from './reservation.repository'
import { renameSeatTicket, replaceSeatTicket } from './seat-ticket'
import { loadSeats, requireSeats, type Seats } from './seats'

export type ReservationPatch = BodyOf<typeof ENDPOINTS.updateReservation>

/**
 * Whatever of a reservation is changed. Another party or performance is another ticket: the former
 * one is worth nothing from then on.
 *
 * @param allow refuses what this caller may not change; throws
 * @throws ProblemError `NOT_FOUND`; `CONFLICT`: cancelled, no seats left, people of it are in
 */
export function changeReservation(
  by: ChangeBy,
  id: Id,
  patch: ReservationPatch,
  allow: (before: Reservation, seats: Seats) => void = () => undefined,
): Promise<Reservation> {
  const { merchant_id } = by.caller
  return change(by, 'reservation.update', ['door'], async (trx) => {
    const before = await requireReservation(trx, merchant_id, id)
    const after = { ...before, ...given(patch) }
    const seats = await loadSeats(trx, merchant_id, after.performance_id)
    if (before.status === 'cancelled') throw cancelled()
    allow(before, seats)
    requirePeopleStay(before, after)
    await write(trx, by, after, seats)
    const settled = await settleSeats(trx, by, before, after, seats)
    const answer = await requireReservation(trx, merchant_id, id)
    if (settled?.told !== undefined) await tellGuest(trx, by, answer, settled.told)
    const feed = settled?.feed ?? []
    return { answer, subject_id: id, detail: detailOf(answer, seats), feed }
  })
}

/** Who is in stays in, where they are. */
function requirePeopleStay(before: Reservation, after: Reservation): void {
  const moved = after.performance_id !== before.performance_id
  if (before.admitted === 0 || (!moved && after.party_size >= before.admitted)) return
  throw new ProblemError('CONFLICT', 'People of this reservation were let in already.', {
    admitted: before.admitted,
  })
}

async function write(
  trx: Transaction<Database>,
  { caller }: ChangeBy,
  after: Reservation,
  { starts_at }: Seats,
): Promise<void> {
  const { id, performance_id, name, email, party_size, language, note, created_at } = after
  const ends = confirmationEnds(instantMs(created_at), starts_at)
  const expires_at = after.expires_at === null ? null : formatInstant(ends)
  await trx
    .updateTable('reservation')
    .set({ performance_id, name, name_key: nameKey(name), email, party_size, language, note })
    .set({ expires_at })
    .where('merchant_id', '=', caller.merchant_id)
    .where('id', '=', id)
    .execute()
}

interface Settled {
  readonly feed: readonly FeedChange[]
  /** What the guest hears; nothing of a name put right. */
  readonly told?: { readonly kind: 'ticket' | 'changed'; readonly token: string }
}

/** Seats and ticket as the change asks for them. */
async function settleSeats(
  trx: Transaction<Database>,
  by: ChangeBy,
  before: Reservation,
  after: Reservation,
  seats: Seats,
): Promise<Settled | undefined> {
  const { performance_id, name, party_size } = after
  if (before.ticket_id === null) {
    if (after.status !== 'confirmed') return undefined
    const { feed, token } = await confirmSeats(trx, by, after, seats)
    return { feed, told: { kind: 'ticket', token } }
  }
  const moved = performance_id !== before.performance_id
  const same = !moved && party_size === before.party_size
  if (same && name === before.name) return undefined
  const ticket = { ticket_id: before.ticket_id, performance_id, name, party_size }
  if (same) return { feed: [await renameSeatTicket(trx, by, ticket)] }
  requireSeats(seats, party_size, moved ? 0 : before.party_size)
  const { feed, token } = await replaceSeatTicket(trx, by, ticket)
  return { feed, told: { kind: 'changed', token } }
}

function given(patch: ReservationPatch): Partial<Reservation> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
