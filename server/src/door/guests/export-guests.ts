import type { EpochMs, Id } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema'
import { csvLine } from '../../ledger/export/csv-cell'
import { type GuestPosition, listReservations } from '../reservation.query'

const HEADING = [
  'name',
  'party_size',
  'email',
  'language',
  'note',
  'status',
  'admitted',
  'inside',
  'booked_at',
  'confirmed_at',
  'cancelled_at',
  'reference',
] as const

const AT_A_TIME = 500

/** The guest list by name; what it writes can be imported again. Cells are safe in spreadsheets. */
export async function* exportGuests(
  db: Kysely<Database>,
  merchantId: Id,
  performance_id: Id,
): AsyncGenerator<string> {
  yield csvLine(HEADING)
  let after: GuestPosition | undefined
  for (;;) {
    const page = { performance_id, status: undefined, search: undefined, limit: AT_A_TIME, after }
    const guests = await listReservations(db, merchantId, page)
    yield guests
      .map(({ reservation: guest }) =>
        csvLine([
          guest.name,
          guest.party_size,
          guest.email,
          guest.language,
          guest.note,
          guest.status,
          guest.admitted,
          guest.inside,
          guest.created_at,
          guest.confirmed_at,
          guest.cancelled_at,
          guest.id,
        ]),
      )
      .join('')
    const last = guests.at(-1)
    if (guests.length < AT_A_TIME || last === undefined) return
    after = last.position
  }
}

/** The name of the file: what is played and when, in letters that every system takes. */
export function guestsFileName(title: string, starts_at: EpochMs): string {
  const words = title.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? ['guests']
  const day = new Date(starts_at).toISOString().slice(0, 10)
  return `${words.join('-').slice(0, 60)}-${day}.csv`
}
