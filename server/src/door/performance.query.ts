import { formatInstant, type Id } from '@counterfoil/domain'
import type { Performance } from '@counterfoil/protocol'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '../db/schema'
import type { PerformanceTable } from '../db/schema/performance'
import { instantOrNull } from '../db/moment'
import { ProblemError } from '../problem-error'

const COLUMNS = [
  'id',
  'title',
  'starts_at',
  'opens_at',
  'capacity',
  'reentry',
  'pin_required',
  'active',
  'inside',
  'show_id',
  'venue_id',
  'time_zone',
  'booking_opens_at',
  'booking_closes_at',
  'listed',
  'max_party',
  'created_at',
] as const satisfies readonly (keyof PerformanceTable)[]

type Row = Pick<Selectable<PerformanceTable>, (typeof COLUMNS)[number]> & {
  readonly tickets: number
  readonly booked: number
}

/** Newest first. */
export async function listPerformances(
  db: Kysely<Database>,
  merchantId: Id,
  page: { readonly before: Id | undefined; readonly limit: number },
): Promise<Performance[]> {
  const { before, limit } = page
  const rows = await select(db, merchantId)
    .$if(before !== undefined, (query) => query.where('performance.id', '<', before ?? ''))
    .orderBy('performance.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(performanceOf)
}

/** @throws ProblemError `NOT_FOUND` */
export async function requirePerformance(
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
): Promise<Performance> {
  const row = await select(db, merchantId).where('performance.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such performance.')
  return performanceOf(row)
}

function select(db: Kysely<Database>, merchantId: Id) {
  const booked = sql`(select count(*) as tickets,
      coalesce(sum(party_size) filter (where status = 'confirmed'), 0)::int as booked
    from ticket where ticket.merchant_id = performance.merchant_id
     and ticket.performance_id = performance.id)`
  return db
    .selectFrom('performance')
    .select(COLUMNS)
    .select([
      sql<number>`(select tickets from ${booked} as t)`.as('tickets'),
      sql<number>`(select booked from ${booked} as t)`.as('booked'),
    ])
    .where('performance.merchant_id', '=', merchantId)
}

function performanceOf(row: Row): Performance {
  return {
    ...row,
    starts_at: formatInstant(row.starts_at),
    opens_at: instantOrNull(row.opens_at),
    booking_opens_at: instantOrNull(row.booking_opens_at),
    booking_closes_at: instantOrNull(row.booking_closes_at),
    created_at: formatInstant(row.created_at),
  }
}
