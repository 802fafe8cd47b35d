import { formatInstant, HOUR, plus } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer, type TestShop } from '../merchants/testing'

let server: TestServer
let shop: TestShop
let rival: TestShop
beforeAll(async () => {
  server = await openTestServer()
  shop = await server.shop('Harbour')
  rival = await server.shop('Rival')
})
afterAll(() => server.close())

const inHours = (hours: number) => formatInstant(plus(server.deps.now(), hours * HOUR))

async function announce(capacity: number, by = shop): Promise<string> {
  const body = { title: 'Evening', starts_at: inHours(10), capacity }
  return (await by.call(ENDPOINTS.createPerformance, { body })).body.performance.id
}

function bookFor(performance_id: string, party_size: number, more: object = {}) {
  const body = { performance_id, name: 'Zoé Müller', party_size, ...more }
  return shop.as('manager', ENDPOINTS.createReservation, { body })
}

async function figuresOf(id: string) {
  const { body } = await shop.call(ENDPOINTS.getPerformanceFigures, { params: { id } })
  return body.figures
}

const update = (id: string, body: object) =>
  shop.call(ENDPOINTS.updateReservation, { params: { id }, body })

async function feedOf(ticketId: string | null) {
  const row = await server.deps.db
    .selectFrom('feed')
    .select('data')
    .where('id', '=', ticketId ?? '')
    .executeTakeFirstOrThrow()
  return row.data
}

describe('a show at a venue', () => {
  test('is announced with the venue’s time zone; what is put away takes no new performances', async () => {
    const venue = { name: 'Cellar', time_zone: 'Europe/Paris', capacity: 80 }
    const made = await shop.as('manager', ENDPOINTS.createVenue, { body: venue })
    const show = await shop.as('manager', ENDPOINTS.createShow, { body: { title: 'Hamlet' } })
    const place = { show_id: show.body.show.id, venue_id: made.body.venue.id }
    const body = { title: 'Hamlet', starts_at: inHours(5), capacity: 80, ...place }
    const { performance } = (await shop.call(ENDPOINTS.createPerformance, { body })).body
    expect(performance).toMatchObject({ ...place, time_zone: 'Europe/Paris', listed: false })
    const foreign = await rival.call(ENDPOINTS.createPerformance, { body })
    expect(foreign.problem?.code).toBe('NOT_FOUND')
    const params = { id: place.venue_id }
    expect((await shop.call(ENDPOINTS.getVenue, { params })).body.venue.performances).toBe(1)
    expect((await shop.as('viewer', ENDPOINTS.deleteVenue, { params })).status).toBe(403)
    expect((await shop.call(ENDPOINTS.deleteVenue, { params })).status).toBe(204)
    const again = await shop.call(ENDPOINTS.createPerformance, { body })
    expect(again.problem?.errors).toMatchObject([{ pointer: '/venue_id', code: 'NOT_AVAILABLE' }])
  })

  test('a booking window that closes before it opens is refused, in a change as well', async () => {
    const id = await announce(5)
    const opens = { booking_opens_at: inHours(3) }
    await shop.call(ENDPOINTS.updatePerformance, { params: { id }, body: opens })
    const body = { booking_closes_at: inHours(3) }
    const wrong = await shop.call(ENDPOINTS.updatePerformance, { params: { id }, body })
    expect(wrong.problem?.errors).toMatchObject([{ pointer: '/booking_closes_at' }])
  })

  test('has an address for its programme that nobody else has', async () => {
    const page = async (by: TestShop) => (await by.call(ENDPOINTS.getBookingPage)).body.booking_page
    expect(await page(shop)).toEqual({
      slug: 'harbour',
      url: 'https://counterfoil.example/p/harbour',
    })
    const again = await server.shop('Harbour')
    expect((await page(again)).slug).toMatch(/^harbour-[0-9a-f]{12}$/)
    const taken = await again.call(ENDPOINTS.updateBookingPage, { body: { slug: 'rival' } })
    expect(taken.problem?.code).toBe('CONFLICT')
    const moved = await again.call(ENDPOINTS.updateBookingPage, { body: { slug: 'the-other' } })
    expect(moved.body.booking_page.slug).toBe('the-other')
    expect((await page(again)).slug).toBe('the-other')
  })
})

describe('a reservation by the merchant', () => {
  test('is confirmed with a ticket that tablets know by name and party alone', async () => {
    const id = await announce(10)
    const email = 'Zoe@Mail.example'
    const { reservation } = (await bookFor(id, 4, { email, note: 'wheelchair' })).body
    expect(reservation).toMatchObject({
      status: 'confirmed',
      email: 'zoe@mail.example',
      source: 'merchant',
      admitted: 0,
    })
    expect(await feedOf(reservation.ticket_id)).toMatchObject({ name: 'Zoé Müller', party_size: 4 })
    const { rows } =
      await sql`select data::text from feed union all select detail::text from audit`.execute(
        server.deps.db,
      )
    expect(JSON.stringify(rows)).not.toMatch(/mail\.example|wheelchair/)
    expect(await figuresOf(id)).toMatchObject({
      confirmed: { reservations: 1, people: 4 },
      booked: 4,
      expected: 4,
      left: 6,
      inside: 0,
    })
  })

  test('is refused when they do not fit, pending ones hold no seat', async () => {
    const id = await announce(5)
    await bookFor(id, 5, { status: 'pending', email: 'a@mail.example' })
    expect((await bookFor(id, 3)).status).toBe(201)
    const { status, problem } = await bookFor(id, 3)
    expect(status).toBe(409)
    expect(problem).toMatchObject({ code: 'CONFLICT', seats_left: 2 })
    expect(problem?.errors).toMatchObject([{ pointer: '/party_size', limit: 2 }])
    expect(await figuresOf(id)).toMatchObject({ pending: { reservations: 1, people: 5 }, left: 2 })
  })

  test('another party is another ticket, within the seats that are left', async () => {
    const id = await announce(5)
    const { reservation } = (await bookFor(id, 2)).body
    const hash = async () => (await feedOf(reservation.ticket_id))?.['token_hash']
    const before = await hash()
    expect((await update(reservation.id, { party_size: 5 })).body.reservation.party_size).toBe(5)
    expect(await hash()).not.toBe(before)
    expect((await update(reservation.id, { party_size: 6 })).problem?.code).toBe('CONFLICT')
    expect((await update(reservation.id, { name: 'Zoé M.' })).status).toBe(200)
    expect(await feedOf(reservation.ticket_id)).toMatchObject({ name: 'Zoé M.', party_size: 5 })
  })

  test('moves to another performance if they fit there, and frees its seats', async () => {
    const [from, to, full] = [await announce(2), await announce(2), await announce(1)]
    const { reservation } = (await bookFor(from, 2)).body
    expect((await update(reservation.id, { performance_id: full })).problem?.code).toBe('CONFLICT')
    const moved = await update(reservation.id, { performance_id: to })
    expect(moved.body.reservation).toMatchObject({ performance_id: to, status: 'confirmed' })
    expect(await feedOf(reservation.ticket_id)).toMatchObject({ performance_id: to })
    expect((await figuresOf(from)).left).toBe(2)
    expect((await figuresOf(to)).left).toBe(0)
    const theirs = await announce(5, rival)
    expect((await update(reservation.id, { performance_id: theirs })).status).toBe(404)
  })

  test('cancelled frees its seats and revokes its ticket, for good', async () => {
    const id = await announce(3)
    const { reservation } = (await bookFor(id, 3)).body
    const params = { id: reservation.id }
    expect((await shop.as('viewer', ENDPOINTS.deleteReservation, { params })).status).toBe(403)
    expect((await shop.call(ENDPOINTS.deleteReservation, { params })).status).toBe(204)
    expect((await shop.call(ENDPOINTS.deleteReservation, { params })).status).toBe(204)
    expect(await feedOf(reservation.ticket_id)).toMatchObject({ status: 'revoked' })
    expect((await update(reservation.id, { party_size: 1 })).problem?.code).toBe('CONFLICT')
    expect((await bookFor(id, 3)).status).toBe(201)
  })

  test('is what its ticket is: revoked there, cancelled here', async () => {
    const { reservation } = (await bookFor(await announce(3), 3)).body
    const params = { id: reservation.ticket_id ?? '' }
    const unconfirmed = await shop.call(ENDPOINTS.updateTicket, {
      params,
      body: { status: 'unconfirmed' },
    })
    expect(unconfirmed.problem?.code).toBe('CONFLICT')
    await shop.call(ENDPOINTS.deleteTicket, { params })
    const { body } = await shop.call(ENDPOINTS.getReservation, { params: { id: reservation.id } })
    expect(body.reservation.status).toBe('cancelled')
  })

  test('confirmed by hand, pending ones are counted like any other', async () => {
    const id = await announce(2)
    const wanted = { status: 'pending', email: 'p@mail.example' }
    const { reservation } = (await bookFor(id, 2, wanted)).body
    await bookFor(id, 1)
    expect((await update(reservation.id, { status: 'confirmed' })).problem?.code).toBe('CONFLICT')
    await update(reservation.id, { party_size: 1 })
    expect((await update(reservation.id, { status: 'confirmed' })).status).toBe(200)
    expect((await figuresOf(id)).left).toBe(0)
    expect((await bookFor(id, 1, { status: 'pending' })).problem?.code).toBe('VALIDATION')
  })

  test('the guest list is by name, searched by words and address', async () => {
    const performance_id = await announce(50)
    for (const name of ['Émile Zola', 'eric blair', 'Ada Müller']) {
      await bookFor(performance_id, 1, {
        name,
        email: `${name.slice(0, 3)}@x.example`.normalize('NFKD').replaceAll(/\p{M}/gu, ''),
      })
    }
    const names = async (query: Record<string, string>) => {
      const all = { performance_id, ...query }
      const { body } = await shop.as('viewer', ENDPOINTS.listReservations, { query: all })
      return body.items.map(({ name }) => name)
    }
    expect(await names({})).toEqual(['Ada Müller', 'Émile Zola', 'eric blair'])
    expect(await names({ search: 'muller ada' })).toEqual(['Ada Müller'])
    expect(await names({ search: 'eri@x' })).toEqual(['eric blair'])
    expect(await names({ search: '%' })).toEqual([])
    expect(await names({ status: 'cancelled' })).toEqual([])
  })
})
