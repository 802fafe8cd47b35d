import { HOUR, listedTicket } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '../../ledger/verify/verify-ledger'
import { IngestShop, PIN } from '../../sync/testing'
import { type TestTicket, Venue } from '../../sync/testing-door'
import { bodyOf, OnlineDoor } from './testing'

let shop: IngestShop
let door: OnlineDoor
beforeAll(async () => {
  shop = await IngestShop.open()
  door = await OnlineDoor.open(shop)
})
afterAll(() => shop.close())

async function entries(): Promise<number> {
  return shop.count('ledger_entry')
}

describe('preview', () => {
  test('says whose ticket it is and what would be decided, and changes nothing', async () => {
    const venue = await Venue.open(shop)
    const ticket = await venue.ticket({ name: 'Nora', party_size: 3 })
    const before = (await shop.dump()).rows
    const said = await door.preview({ ...bodyOf(venue, ticket), count: 2 })
    expect(said.body).toMatchObject({
      verdict: { status: 'accepted', code: null, detail: { inside: 2, admitted: 2 } },
      ticket: { id: ticket.id, name: 'Nora', party_size: 3, admitted: 0, inside: 0 },
      performance: { title: 'Hamlet', capacity: 100, inside: 0 },
    })
    expect((await shop.dump()).rows).toEqual(before)
    expect((await venue.now()).inside).toBe(0)
  })

  test('a forged copy of a listed ticket does not name the guest', async () => {
    const venue = await Venue.open(shop)
    const ticket = await venue.ticket({ name: 'Secret Guest' })
    const last = ticket.token.endsWith('A') ? 'Q' : 'A'
    const forged = { token: ticket.token.slice(0, -1) + last }
    const said = await door.preview(bodyOf(venue, forged))
    expect(said.body).toMatchObject({ verdict: { code: 'TICKET_FORGED' }, ticket: null })
    expect(said.text).not.toContain('Secret Guest')
  })
})

describe('the same rules as a tablet’s', () => {
  test('every refusal of a ticket is foreseen and then confirmed', async () => {
    const venue = await Venue.open(shop, { capacity: 2 })
    const other = await Venue.open(shop)
    const closed = await Venue.open(shop, { opens_at: '2026-11-20T18:00:00.000Z' })
    const [used, revoked, unconfirmed, fits, foreign, early] = await Promise.all([
      venue.ticket(),
      venue.ticket(),
      venue.ticket({ status: 'unconfirmed' }),
      venue.ticket({ party_size: 2 }),
      other.ticket(),
      closed.ticket(),
    ])
    await shop.shop.call(ENDPOINTS.deleteTicket, { params: { id: revoked.id } })
    expect((await door.confirm('used', bodyOf(venue, used))).body.verdict.code).toBeNull()
    const cases: [body: Readonly<Record<string, unknown>>, code: string | null][] = [
      [bodyOf(venue, used), 'TICKET_ALREADY_ADMITTED'],
      [bodyOf(venue, revoked), 'TICKET_REVOKED'],
      [bodyOf(venue, unconfirmed), 'TICKET_UNCONFIRMED'],
      [bodyOf(venue, foreign), 'TICKET_WRONG_PERFORMANCE'],
      [bodyOf(venue, { token: 'v1.none' }), 'TICKET_FORGED'],
      [bodyOf(venue, { token: listedTicket(shop.server.deps.newId()) }), 'TICKET_UNKNOWN'],
      [bodyOf(closed, early), 'PERFORMANCE_NOT_OPEN'],
      [{ ...bodyOf(venue, fits), count: 2 }, 'PERFORMANCE_FULL'],
      [bodyOf(venue, { token: listedTicket(fits.id) }), null],
    ]
    for (const [index, [body, code]] of cases.entries()) {
      const { verdict } = (await door.preview(body)).body
      const said = await door.confirm(`case-${index}`, body)
      expect(said.body.verdict).toMatchObject(verdict)
      expect(verdict.code).toBe(code)
    }
    const { db } = shop.server.deps
    expect((await verifyLedger(db, shop.merchant_id)).difference).toBeUndefined()
  })

  test('a tablet meets who was checked in online, and reviews open for neither', async () => {
    const venue = await Venue.open(shop)
    const ticket = await venue.ticket()
    const reviews = await shop.count('review')
    await door.confirm('online-first', bodyOf(venue, ticket))
    const tablet = await venue.door()
    const shown = { status: 'rejected', code: 'TICKET_ALREADY_ADMITTED' } as const
    const outcomes = await tablet.outcomes([venue.admit(tablet, ticket, { shown })])
    expect(outcomes).toEqual(['TICKET_ALREADY_ADMITTED'])
    expect(await shop.count('review')).toBe(reviews)
  })

  test('a tablet that asks online needs its sign-on, and keeps its numbers', async () => {
    const venue = await Venue.open(shop, { pin_required: true })
    const tablet = await venue.door()
    const ticket = await venue.ticket({ party_size: 2 })
    const ada = await shop.person()
    const online = { ...tablet.sender, unnumbered: true } as const
    const signOn = await tablet.signOn(ada, PIN)
    expect(await tablet.outcomes([signOn])).toEqual(['accepted'])
    const { seq: _, ...bare } = venue.admit(tablet, ticket)
    tablet.nextSeq -= 1
    const send = (op: object) =>
      shop.ingest(online, { sent_at: bare.at, ops: [op] }, shop.now()).then(({ verdicts }) => ({
        seq: verdicts[0]?.seq,
        code: verdicts[0]?.code,
      }))
    expect(await send(bare)).toEqual({ seq: null, code: 'SIGN_ON_MISSING' })
    const signed = { ...bare, id: shop.server.deps.newId(), sign_on: signOn.id }
    expect(await send(signed)).toEqual({ seq: null, code: null })
    const next = await tablet.push([venue.walkIn(tablet, 1, { sign_on: signOn.id })])
    expect(next).toMatchObject({ last_seq: 2, missing: [], verdicts: [{ code: null }] })
    const counter = await shop.tablet(['loyalty'])
    const wrongJob = { ...counter.sender, unnumbered: true } as const
    const again = { ...bare, id: shop.server.deps.newId() }
    const refused = await shop.ingest(wrongJob, { sent_at: bare.at, ops: [again] }, shop.now())
    expect(refused.verdicts[0]?.code).toBe('JOB_NOT_ALLOWED')
  })
})

describe('Idempotency-Key', () => {
  test('the same again is the same bytes, now and next year, whatever happened since', async () => {
    const venue = await Venue.open(shop)
    const ticket = await venue.ticket()
    const first = await door.confirm('for-ever', bodyOf(venue, ticket))
    const before = await entries()
    await shop.shop.call(ENDPOINTS.deleteTicket, { params: { id: ticket.id } })
    const ledger = await entries()
    shop.server.pass(400 * 24 * HOUR)
    const later = await OnlineDoor.open(shop)
    const again = await later.confirm('for-ever', { ...bodyOf(venue, ticket), count: 1 })
    shop.server.pass(-400 * 24 * HOUR)
    expect(again.status).toBe(200)
    expect(again.text).toBe(first.text)
    expect(await entries()).toBe(ledger)
    expect(ledger - before).toBeLessThanOrEqual(1)
  })

  test('with another ticket or count it is 422, and nothing happens', async () => {
    const venue = await Venue.open(shop)
    const [one, two] = [await venue.ticket({ party_size: 2 }), await venue.ticket()]
    await door.confirm('taken', bodyOf(venue, one))
    for (const body of [bodyOf(venue, two), { ...bodyOf(venue, one), count: 2 }]) {
      const refused = await door.confirm('taken', body)
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('VALIDATION')
    }
    expect((await venue.now()).inside).toBe(1)
  })

  test.each([undefined, '', 'two words', 'x'.repeat(256)])('%o is no key', async (key) => {
    const venue = await Venue.open(shop)
    const refused = await door.confirm(key, bodyOf(venue, await venue.ticket()))
    expect(refused.status).toBe(422)
    expect((await venue.now()).inside).toBe(0)
  })

  test('twenty at once on two nodes let one party in, and get one answer', async () => {
    const venue = await Venue.open(shop)
    const body = bodyOf(venue, await venue.ticket({ party_size: 40 }))
    const nodes = [shop.server.app, shop.server.sibling().app]
    const said = await Promise.all(
      Array.from({ length: 20 }, (_, n) => door.confirm('at-once', body, nodes[n % 2])),
    )
    expect(new Set(said.map(({ text }) => text)).size).toBe(1)
    expect(said[0]?.status).toBe(200)
    expect((await venue.now()).inside).toBe(1)
  })
})

test('I4: 32 clients at once on two nodes fill the last 20 places and no more', async () => {
  const venue = await Venue.open(shop, { capacity: 20 })
  const tickets: TestTicket[] = []
  for (let n = 0; n < 32; n += 1) tickets.push(await venue.ticket())
  const nodes = [shop.server.app, shop.server.sibling().app]
  // Each twice, as after an answer that was lost: once on either node.
  const said = await Promise.all(
    tickets.flatMap((ticket, n) =>
      nodes.map((app) => door.confirm(`last-${n}`, bodyOf(venue, ticket), app)),
    ),
  )
  const codes = said.map(({ body }) => body.verdict.code)
  expect(codes.filter((code) => code === null)).toHaveLength(40)
  expect(codes.filter((code) => code === 'PERFORMANCE_FULL')).toHaveLength(24)
  expect((await venue.now()).inside).toBe(20)
  const { db } = shop.server.deps
  expect((await verifyLedger(db, shop.merchant_id)).difference).toBeUndefined()
}, 30_000)

test('600 an hour are a caller’s share; repeats and previews cost nothing', async () => {
  const venue = await Venue.open(shop)
  const body = bodyOf(venue, await venue.ticket())
  const { db } = shop.server.deps
  const first = await door.confirm('throttled', body)
  const key = `check_in:${await shop.member('manager')}`
  const at = new Date(shop.now()).toISOString()
  await db
    .insertInto('sign_in_attempt')
    .values(Array.from({ length: 600 }, () => ({ key, at })))
    .execute()
  const refused = await door.confirm('throttled-2', body)
  expect(refused.status).toBe(429)
  expect(refused.text).toContain('RATE_LIMITED')
  expect((await door.confirm('throttled', body)).text).toBe(first.text)
  expect((await door.preview(body)).status).toBe(200)
})
