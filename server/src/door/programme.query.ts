import {
  bookingEnds,
  bookingState,
  type EpochMs,
  formatInstant,
  type Id,
  seatsLeft,
} from '@counterfoil/domain'
import type { PublicPerformance } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import { instantOrNull, moment } from '../db/moment'
import type { Database } from '../db/schema'
import { acrossMerchants, forMerchant } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import { merchantAt } from '../merchants/booking-page'
import { ProblemError } from '../problem-error'

/** What guests of one merchant see. */
export interface Programme {
  readonly merchant_id: Id
  readonly slug: string
  readonly merchant: { readonly name: string }
  /** What is still to come, soonest first. */
  readonly performances: readonly PublicPerformance[]
}

const MOST = 200

/** @throws ProblemError `NOT_FOUND` where nobody's programme is */
export async function loadProgramme(
  deps: Pick<Deps, 'db'>,
  slug: string,
  now: EpochMs,
): Promise<Programme> {
  const merchant_id = await merchantAt(acrossMerchants(deps.db), slug)
  if (merchant_id === undefined) throw new ProblemError('NOT_FOUND', 'There is no programme here.')
  const db = forMerchant(deps.db, merchant_id)
  const merchant = await db
    .selectFrom('merchant')
    .select('name')
    .where('merchant_id', '=', merchant_id)
    .executeTakeFirstOrThrow()
  const rows = await select(db, merchant_id)
    .where('performance.starts_at', '>', moment(now))
    .orderBy('performance.starts_at')
    .orderBy('performance.id')
    .limit(MOST)
    .execute()
  return { merchant_id, slug, merchant, performances: rows.map((row) => publicOf(row, now)) }
}

function select(db: Kysely<Database>, merchantId: Id) {
  return db
    .selectFrom('performance')
    .leftJoin('venue', (join) =>
      join
        .onRef('venue.merchant_id', '=', 'performance.merchant_id')
        .onRef('venue.id', '=', 'performance.venue_id'),
    )
    .leftJoin('show', (join) =>
      join
        .onRef('show.merchant_id', '=', 'performance.merchant_id')
        .onRef('show.id', '=', 'performance.show_id'),
    )
    .select(['performance.id', 'performance.title', 'performance.starts_at'])
    .select(['performance.opens_at', 'performance.time_zone', 'performance.capacity'])
    .select(['performance.booking_opens_at', 'performance.booking_closes_at'])
    .select(['performance.active', 'performance.listed', 'performance.max_party'])
    .select(['venue.name as venue', 'venue.address', 'show.description'])
    .select(
      sql<number>`(select coalesce(sum(party_size), 0)::int from ticket
        where ticket.merchant_id = performance.merchant_id
          and ticket.performance_id = performance.id and status = 'confirmed')`.as('booked'),
    )
    .where('performance.merchant_id', '=', merchantId)
    .where('performance.active', '=', true)
    .where('performance.listed', '=', true)
}

interface Row {
  readonly id: Id
  readonly title: string
  readonly description: string | null
  readonly starts_at: EpochMs
  readonly opens_at: EpochMs | null
  readonly time_zone: string
  readonly capacity: number
  readonly booking_opens_at: EpochMs | null
  readonly booking_closes_at: EpochMs | null
  readonly active: boolean
  readonly listed: boolean
  readonly max_party: number
  readonly venue: string | null
  readonly address: string | null
  readonly booked: number
}

function publicOf(row: Row, now: EpochMs): PublicPerformance {
  const { id, title, time_zone, max_party, venue: name } = row
  return {
    id,
    title,
    time_zone,
    max_party,
    description: row.description ?? '',
    starts_at: formatInstant(row.starts_at),
    opens_at: instantOrNull(row.opens_at),
    venue: name === null ? null : { name, address: row.address ?? '' },
    closed: bookingState(row, now),
    booking_opens_at: instantOrNull(row.booking_opens_at),
    booking_closes_at: formatInstant(bookingEnds(row)),
    seats_left: seatsLeft(row.capacity, row.booked),
  }
}
