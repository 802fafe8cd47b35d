import { type EpochMs, formatInstant, HOUR, type Id, localDayOf, plus } from '@counterfoil/domain'
import type { Deps } from '../deps'
import { cancelReservation } from '../door/cancel-reservation'
import { createPerformance } from '../door/performance.repository'
import { book } from '../door/reservation.repository'
import { createShow } from '../door/show.repository'
import { createVenue } from '../door/venue.repository'
import type { ChangeBy } from '../merchants/change'
import { TIME_ZONE } from './cast'

/** Guests of an evening; those who cancelled come last. */
const GUESTS = [
  { name: 'Marie Thill', party_size: 2, language: 'fr' },
  { name: 'João Almeida', party_size: 4, language: 'fr' },
  { name: 'Oskar Lindqvist', party_size: 1, language: 'en' },
  { name: 'Dr. Wolfgang Schneider-Reuter', party_size: 3, language: 'de' },
  { name: 'Fatima Benali', party_size: 2, language: 'fr' },
  { name: 'Pit Hansen', party_size: 2, language: 'lb' },
] as const
const WAITING = { name: 'Chiara Greco', party_size: 2, language: 'en' } as const
const CANCELLED = { name: 'Tess Wagner', party_size: 2, language: 'lb' } as const

/** A venue, a show, and evenings today, tomorrow and next week with reservations in every state. */
export async function openEvenings(deps: Deps, merchant_id: Id, now: EpochMs): Promise<void> {
  const by: ChangeBy = { deps, caller: { merchant_id, account_id: null }, ip: null, now }
  const venue = await createVenue(by, {
    name: 'Harbour Cellar',
    address: '3, quai du Port',
    time_zone: TIME_ZONE,
    capacity: 60,
  })
  const show = await createShow(by, {
    title: 'Quay Sessions',
    description: 'Songs and stories from four ports, an hour and a half, no break.',
  })
  for (const days of [0, 1, 7]) {
    const starts_at = eveningIn(days, now)
    const performance = await createPerformance(by, {
      title: show.title,
      show_id: show.id,
      venue_id: venue.id,
      starts_at: formatInstant(starts_at),
      // Today's doors are open already, whenever the demo is looked at.
      opens_at: formatInstant(days === 0 ? now : plus(starts_at, -1 * HOUR)),
      capacity: venue.capacity,
      reentry: true,
      pin_required: true,
      booking_opens_at: null,
      booking_closes_at: null,
      listed: true,
      max_party: 8,
    })
    await fillEvening(by, performance.id)
  }
}

/** Eight in the evening there; later today when that is over. */
function eveningIn(days: number, now: EpochMs): EpochMs {
  const day = localDayOf(plus(now, days * 24 * HOUR), TIME_ZONE)
  const noon = Date.parse(`${day}T19:00:00.000Z`) as EpochMs
  return noon > plus(now, HOUR) ? noon : plus(now, 3 * HOUR)
}

async function fillEvening(by: ChangeBy, performance_id: Id): Promise<void> {
  const bookingOf = (guest: (typeof GUESTS)[number] | typeof WAITING | typeof CANCELLED) => ({
    ...guest,
    performance_id,
    email: `${guest.name.split(' ').at(-1)?.toLowerCase() ?? 'guest'}@mail.example`,
    note: '',
    source: 'guest' as const,
  })
  for (const guest of GUESTS) await book(by, bookingOf(guest), 'confirmed', { quiet: true })
  const quiet = by.deps.config.smtpUrl !== undefined
  await book(by, bookingOf(WAITING), 'pending', { quiet })
  const { id } = await book(by, bookingOf(CANCELLED), 'confirmed', { quiet: true })
  await cancelReservation(by, id, { quiet })
}
