import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Reservation } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import { holding } from '../db/escape-like'
import { instantOrNull } from '../db/moment'
import { nameKey } from '../db/name-key'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'

/** Where a page of guests ended: they are listed by name. */
export interface GuestPosition {
  readonly name_key: string
  readonly id: Id
}

export interface GuestPage {
  readonly performance_id: Id | undefined
  readonly status: Reservation['status'] | undefined
  /** Words of the name, or part of the e-mail address. */
  readonly search: string | undefined
  readonly after: GuestPosition | undefined
  readonly limit: number
}

export interface ListedGuest {
  readonly reservation: Reservation
  readonly position: GuestPosition
}

/** By name, whatever its case and accents. */
export async function listReservations(
  db: Kysely<Database>,
  merchantId: Id,
  { performance_id, status, search = '', after, limit }: GuestPage,
): Promise<ListedGuest[]> {
  const rows = await select(db, merchantId)
    .select('reservation.name_key')
    .$if(performance_id !== undefined, (query) =>
      query.where('reservation.performance_id', '=', performance_id ?? ''),
    )
    .$if(status !== undefined, (query) =>
      query.where('reservation.status', '=', status ?? 'confirmed'),
    )
    .$if(search !== '', (query) => query.where(matching(search)))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(reservation.name_key, reservation.id) > (${after?.name_key}, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('reservation.name_key')
    .orderBy('reservation.id')
    .limit(limit)
    .execute()
  return rows.map(({ name_key, ...row }) => ({
    reservation: reservationOf(row),
    position: { name_key, id: row.id },
  }))
}

function matching(search: string) {
  const words = nameKey(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  const named = words.map((word) => sql`reservation.name_key like ${holding(word)}`)
  // Of marks without letters no word is left: that is nobody's name.
  const name = named.length === 0 ? sql`false` : sql.join(named, sql` and `)
  return sql<boolean>`((${name}) or reservation.email like ${holding(search.toLowerCase())})`
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireReservation(
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
): Promise<Reservation> {
  const row = await select(db, merchantId).where('reservation.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such reservation.')
  return reservationOf(row)
}

function select(db: Kysely<Database>, merchantId: Id) {
  return db
    .selectFrom('reservation')
    .leftJoin('ticket', (join) =>
      join
        .onRef('ticket.merchant_id', '=', 'reservation.merchant_id')
        .onRef('ticket.id', '=', 'reservation.ticket_id'),
    )
    .select(['reservation.id', 'reservation.performance_id', 'reservation.name'])
    .select(['reservation.email', 'reservation.party_size', 'reservation.status'])
    .select(['reservation.language', 'reservation.note', 'reservation.source'])
    .select(['reservation.ticket_id', 'reservation.created_at', 'reservation.expires_at'])
    .select(['reservation.confirmed_at', 'reservation.cancelled_at'])
    .select(['ticket.admitted', 'ticket.inside'])
    .where('reservation.merchant_id', '=', merchantId)
}

type Times = 'created_at' | 'expires_at' | 'confirmed_at' | 'cancelled_at'

interface Row extends Omit<Reservation, Times | 'admitted' | 'inside'> {
  readonly admitted: number | null
  readonly inside: number | null
  readonly created_at: EpochMs
  readonly expires_at: EpochMs | null
  readonly confirmed_at: EpochMs | null
  readonly cancelled_at: EpochMs | null
}

function reservationOf(row: Row): Reservation {
  return {
    ...row,
    admitted: row.admitted ?? 0,
    inside: row.inside ?? 0,
    created_at: formatInstant(row.created_at),
    expires_at: instantOrNull(row.expires_at),
    confirmed_at: instantOrNull(row.confirmed_at),
    cancelled_at: instantOrNull(row.cancelled_at),
  }
}
