import { type Id, type Instant, instantMs } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'
import { requireShow } from './show.repository'
import { requireVenue } from './venue.repository'

/**
 * Where a performance takes place, as far as it says.
 * @throws ProblemError `NOT_FOUND` for a show or venue that is not there, `VALIDATION` for one that
 *   was put away
 */
export async function placeOf(
  db: Kysely<Database>,
  merchantId: Id,
  { show_id, venue_id }: { readonly show_id?: Id | null; readonly venue_id?: Id | null },
): Promise<{ readonly time_zone: string }> {
  if (typeof show_id === 'string') {
    requireInUse(await requireShow(db, merchantId, show_id), '/show_id')
  }
  if (typeof venue_id === 'string') {
    return requireInUse(await requireVenue(db, merchantId, venue_id), '/venue_id')
  }
  const store = await db
    .selectFrom('store')
    .select('time_zone')
    .where('merchant_id', '=', merchantId)
    .orderBy('code')
    .limit(1)
    .executeTakeFirst()
  return { time_zone: store?.time_zone ?? 'UTC' }
}

function requireInUse<T extends { readonly active: boolean }>(thing: T, pointer: string): T {
  if (thing.active) return thing
  throw new ProblemError('VALIDATION', 'This was put away.', {
    errors: [{ pointer, message: 'must be in use', code: 'NOT_AVAILABLE' }],
  })
}

/** @throws ProblemError `VALIDATION` when guests could book at no time */
export function checkBookingWindow(window: {
  readonly booking_opens_at: Instant | null
  readonly booking_closes_at: Instant | null
}): void {
  const { booking_opens_at: opens, booking_closes_at: closes } = window
  if (opens === null || closes === null || instantMs(opens) < instantMs(closes)) return
  throw new ProblemError('VALIDATION', 'Booking closes before it opens.', {
    errors: [
      { pointer: '/booking_closes_at', message: 'must be after it opens', code: 'TOO_SMALL' },
    ],
  })
}
