import { formatInstant, type Id, seatsLeft } from '@counterfoil/domain'
import type { GuestImport } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import { nameKey } from '../../db/name-key'
import type { Database } from '../../db/schema'
import { type ChangeBy, change } from '../../merchants/change'
import { requireSeats, loadSeats, type Seats } from '../seats'
import { issueSeatTickets } from '../seat-ticket'
import { errorAt, type GuestRow, keyOf, readGuestRows } from './guest-rows'

export interface ImportOrder {
  readonly csv: string
  readonly commit: boolean
}

/**
 * Confirmed reservations from a file, all or none; rows that an earlier import brought in are left
 * as they are. Without `commit` it only says what would happen.
 * @throws ProblemError `NOT_FOUND`
 */
export async function importGuests(by: ChangeBy, id: Id, order: ImportOrder): Promise<GuestImport> {
  const { rows, errors } = readGuestRows(order.csv)
  const { merchant_id } = by.caller
  if (!order.commit || errors.length > 0) {
    return by.deps.db.transaction().execute(async (trx) => {
      const seats = await loadSeats(trx, merchant_id, id)
      const plan = await planOf(trx, merchant_id, seats, rows)
      return { ...plan.outcome, errors: [...errors, ...plan.outcome.errors].slice(0, MOST_ERRORS) }
    })
  }
  return change(by, 'reservation.import', ['door'], async (trx) => {
    const seats = await loadSeats(trx, merchant_id, id)
    const { fresh, outcome } = await planOf(trx, merchant_id, seats, rows)
    const committed = outcome.errors.length === 0
    const feed = committed ? await insertGuests(trx, by, seats, fresh) : []
    const { title: performance } = seats
    const detail = { performance, performance_id: id, added: committed ? outcome.added : 0 }
    return { answer: { ...outcome, committed }, subject_id: id, detail, feed }
  })
}

const MOST_ERRORS = 100

interface Plan {
  readonly fresh: readonly GuestRow[]
  readonly outcome: GuestImport
}

async function planOf(
  trx: Transaction<Database>,
  merchantId: Id,
  seats: Seats,
  rows: readonly GuestRow[],
): Promise<Plan> {
  const known = await knownKeys(trx, merchantId, seats.id)
  const fresh = rows.filter(({ import_key }) => !known.has(import_key))
  const people = fresh.reduce((sum, { party_size }) => sum + party_size, 0)
  const left = seatsLeft(seats.capacity, seats.booked)
  const errors = people > left ? [fullError(fresh, left)] : []
  const counts = { rows: rows.length, added: fresh.length, known: rows.length - fresh.length }
  return { fresh, outcome: { ...counts, people, committed: false, errors } }
}

/** Said of the first row that does not fit any more. */
function fullError(fresh: readonly GuestRow[], left: number) {
  let room = left
  const first = fresh.find(({ party_size }) => (room -= party_size) < 0)
  return errorAt(first?.line ?? 1, 'party_size', 'FULL', `Only ${left} seats are left.`)
}

async function knownKeys(trx: Transaction<Database>, merchantId: Id, performanceId: Id) {
  const rows = await trx
    .selectFrom('reservation')
    .select(['id', 'import_key'])
    .where('merchant_id', '=', merchantId)
    .where('performance_id', '=', performanceId)
    .execute()
  // An export names each by its id, so that a list which comes back books nobody twice.
  return new Set(rows.flatMap(({ id, import_key }) => [import_key, keyOf(id)]))
}

async function insertGuests(
  trx: Transaction<Database>,
  by: ChangeBy,
  seats: Seats,
  rows: readonly GuestRow[],
) {
  if (rows.length === 0) return []
  requireSeats(
    seats,
    rows.reduce((sum, { party_size }) => sum + party_size, 0),
  )
  const { caller, deps, now } = by
  const at = formatInstant(now)
  const guestOf = ({ name, email, party_size, language, note, import_key }: GuestRow) => ({
    merchant_id: caller.merchant_id,
    id: deps.newId(),
    ticket_id: deps.newId(),
    performance_id: seats.id,
    name,
    name_key: nameKey(name),
    email,
    party_size,
    language,
    note,
    import_key,
    status: 'confirmed' as const,
    source: 'import' as const,
    confirmed_at: at,
    created_at: at,
  })
  const guests = rows.map(guestOf)
  const { feed } = await issueSeatTickets(trx, by, guests)
  await trx.insertInto('reservation').values(guests).execute()
  return feed
}
