import { type EpochMs, type Id, seatsFit, seatsLeft } from '@counterfoil/domain'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'

/** What of a performance decides about its seats. */
export interface Seats {
  readonly id: Id
  readonly title: string
  readonly active: boolean
  readonly listed: boolean
  readonly starts_at: EpochMs
  readonly booking_opens_at: EpochMs | null
  readonly booking_closes_at: EpochMs | null
  readonly max_party: number
  readonly capacity: number
  /** People on its confirmed tickets. */
  readonly booked: number
}

/**
 * Behind the lane: what it says stays true until the transaction ends.
 * @throws ProblemError `NOT_FOUND`
 */
export async function loadSeats(
  trx: Transaction<Database>,
  merchantId: Id,
  id: Id,
): Promise<Seats> {
  const row = await trx
    .selectFrom('performance')
    .select(['id', 'title', 'active', 'listed', 'starts_at', 'capacity', 'max_party'])
    .select(['booking_opens_at', 'booking_closes_at'])
    .select(
      sql<number>`(select coalesce(sum(party_size), 0)::int from ticket
        where ticket.merchant_id = performance.merchant_id
          and ticket.performance_id = performance.id and status = 'confirmed')`.as('booked'),
    )
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such performance.')
  return row
}

/**
 *
 * @param own seats that the party has already
 * @throws ProblemError `CONFLICT` with `seats_left`; `VALIDATION` for a performance called off
 */
export function requireSeats(seats: Seats, party: number, own = 0): void {
  if (!seats.active) {
    throw new ProblemError('VALIDATION', 'This performance was called off.', {
      errors: [
        {
          pointer: '/performance_id',
          message: 'must be a performance that takes place',
          code: 'NOT_AVAILABLE',
        },
      ],
    })
  }
  const others = seats.booked - own
  if (seatsFit(seats.capacity, others, party)) return
  const left = seatsLeft(seats.capacity, others)
  throw new ProblemError('CONFLICT', `They no longer fit: seats left: ${left}.`, {
    seats_left: left,
    errors: [
      { pointer: '/party_size', message: `at most ${left}`, code: 'TOO_GREAT', limit: left },
    ],
  })
}
