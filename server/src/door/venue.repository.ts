import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { BodyOf, ENDPOINTS, Venue } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { ProblemError } from '../problem-error'

/** Newest first. */
export async function listVenues(
  db: Kysely<Database>,
  merchantId: Id,
  page: { readonly before: Id | undefined; readonly limit: number },
): Promise<Venue[]> {
  const { before, limit } = page
  const rows = await select(db, merchantId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(venueOf)
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireVenue(db: Kysely<Database>, merchantId: Id, id: Id): Promise<Venue> {
  const row = await select(db, merchantId).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such venue.')
  return venueOf(row)
}

function venueOf(row: Omit<Venue, 'created_at'> & { readonly created_at: EpochMs }): Venue {
  return { ...row, created_at: formatInstant(row.created_at) }
}

function select(db: Kysely<Database>, merchantId: Id) {
  return db
    .selectFrom('venue')
    .select(['id', 'name', 'address', 'time_zone', 'capacity', 'active', 'created_at'])
    .select(
      sql<number>`(select count(*) from performance
        where performance.merchant_id = venue.merchant_id and venue_id = venue.id)`.as(
        'performances',
      ),
    )
    .where('merchant_id', '=', merchantId)
}

export function createVenue(
  by: ChangeBy,
  body: Pick<Venue, 'name' | 'address' | 'time_zone' | 'capacity'>,
): Promise<Venue> {
  const { merchant_id } = by.caller
  const id = by.deps.newId()
  return change(by, 'venue.create', ['door'], async (trx) => {
    const created_at = formatInstant(by.now)
    await trx
      .insertInto('venue')
      .values({ ...body, id, merchant_id, created_at })
      .execute()
    const answer = await requireVenue(trx, merchant_id, id)
    return { answer, subject_id: id, detail: { ...body }, feed: [] }
  })
}

/** @throws ProblemError `NOT_FOUND` */
export function updateVenue(
  by: ChangeBy,
  id: Id,
  patch: BodyOf<typeof ENDPOINTS.updateVenue>,
): Promise<Venue> {
  const { merchant_id } = by.caller
  return change(by, 'venue.update', ['door'], async (trx) => {
    const before = await requireVenue(trx, merchant_id, id)
    const { name = before.name, address = before.address, active = before.active } = patch
    const { time_zone = before.time_zone, capacity = before.capacity } = patch
    const after = { name, address, active, time_zone, capacity }
    await trx
      .updateTable('venue')
      .set(after)
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    return { answer: { ...before, ...after }, subject_id: id, detail: after, feed: [] }
  })
}
