import { composeToken, listedTicket, MINUTE, readTicketToken } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDoors } from '../../ledger/verify/check-doors'
import { verifyLedger } from '../../ledger/verify/verify-ledger'
import { IngestShop, PIN } from '../testing'
import { Venue } from '../testing-door'

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

describe('a ticket at the door', () => {
  test('is admitted once; the second door hears when and where, and its review says so', async () => {
    const venue = await Venue.open(shop)
    const ticket = await venue.ticket()
    const [north, south] = [await venue.door('North door'), await venue.door('South door')]
    const first = venue.admit(north, ticket, { at: shop.at(-5 * MINUTE) })
    const second = venue.admit(south, ticket, { at: shop.at(-4 * MINUTE) })
    expect(await north.outcomes([first])).toEqual(['accepted'])
    const { verdicts } = await south.push([second])
    const at = new Date(shop.at(-5 * MINUTE)).toISOString()
    expect(verdicts[0]).toMatchObject({
      code: 'TICKET_ALREADY_ADMITTED',
      detail: { first: { at, device_label: 'North door' } },
    })
    const review = await venue.review(second)
    expect(review).toMatchObject({
      reason: 'REFUSED_AFTER_SHOWN_ACCEPTED',
      actions: ['accept', 'dismiss'],
      operation: {
        verdict: { detail: { first: { at, device_label: 'North door' } } },
        names: { device_label: 'South door', ticket_name: 'Nora', performance_title: 'Hamlet' },
      },
    })
    expect(await venue.now()).toMatchObject({ inside: 1, tickets: 1, booked: 1 })
    expect(await venue.told('performance', venue.performance_id)).toMatchObject({ inside: 1 })
    expect(await venue.told('ticket', ticket.id)).toMatchObject({
      admitted: 1,
      inside: 1,
      first: { at, device_label: 'North door' },
      recent: [{ op_id: first.id, people: 1, at, device_label: 'North door' }],
    })
  })

  test('who is found by name goes in without a code, and the code comes too late', async () => {
    const venue = await Venue.open(shop)
    const ticket = await venue.ticket()
    const door = await venue.door()
    const byName = { ...ticket, token: listedTicket(ticket.id) }
    const stranger = { token: listedTicket(venue.performance_id) }
    const ops = [venue.admit(door, byName), venue.admit(door, ticket), venue.exit(door, byName)]
    expect(await door.outcomes([...ops, venue.admit(door, stranger)])).toEqual([
      'accepted',
      'TICKET_ALREADY_ADMITTED',
      'accepted',
      'TICKET_UNKNOWN',
    ])
    expect(await venue.told('ticket', ticket.id)).toMatchObject({ admitted: 1, inside: 0 })
  })

  test('the same operation again gets the same verdict and moves nobody', async () => {
    const venue = await Venue.open(shop)
    const ticket = await venue.ticket({ party_size: 2 })
    const door = await venue.door()
    const op = venue.admit(door, ticket)
    const { verdicts } = await door.push([op])
    expect((await door.push([op, op])).verdicts).toEqual([verdicts[0], verdicts[0]])
    expect((await venue.now()).inside).toBe(1)
  })

  test('each way of not being a good ticket has its own code', async () => {
    const rival = new IngestShop(shop.server, await shop.server.shop('rival'))
    const [venue, other] = [await Venue.open(shop), await Venue.open(shop)]
    const foreign = await (await Venue.open(rival)).ticket()
    const door = await venue.door()
    const good = await venue.ticket()
    const [revoked, unconfirmed] = [
      await venue.ticket(),
      await venue.ticket({ status: 'unconfirmed' }),
    ]
    await shop.shop.call(ENDPOINTS.deleteTicket, { params: { id: revoked.id } })
    const ops = [
      venue.admit(door, foreign),
      venue.admit(door, { token: 'nothing like it' }),
      venue.admit(door, { token: flipped(good.token) }),
      venue.admit(door, await lost(venue)),
      venue.admit(door, revoked),
      venue.admit(door, await other.ticket()),
      venue.admit(door, unconfirmed),
      venue.exit(door, good),
    ]
    expect(await door.outcomes(ops)).toEqual([
      'TICKET_FORGED',
      'TICKET_FORGED',
      'TICKET_FORGED',
      'TICKET_UNKNOWN',
      'TICKET_REVOKED',
      'TICKET_WRONG_PERFORMANCE',
      'TICKET_UNCONFIRMED',
      'TICKET_NOT_INSIDE',
    ])
    expect((await venue.now()).inside).toBe(0)
    const { rows } = await shop.dump()
    expect(JSON.stringify(rows)).not.toContain(good.token.split('.')[2])
  })

  test('tickets of an earlier key stay good; those of a withdrawn one are forged from then on', async () => {
    const venue = await Venue.open(shop)
    const door = await venue.door()
    const [before, early] = [await venue.ticket(), await venue.ticket()]
    const { body } = await shop.shop.call(ENDPOINTS.listIssuerKeys)
    const former = body.items.find(({ signing }) => signing)?.id ?? ''
    await shop.shop.call(ENDPOINTS.createIssuerKey)
    const after = await venue.ticket()
    expect(await door.outcomes([venue.admit(door, before), venue.admit(door, after)])).toEqual([
      'accepted',
      'accepted',
    ])
    expect(await venue.told('issuer_key', former)).toMatchObject({ public_key: { crv: 'Ed25519' } })
    await shop.shop.call(ENDPOINTS.deleteIssuerKey, { params: { id: former } })
    expect(await venue.told('issuer_key', former)).toBeNull()
    expect(await door.outcomes([venue.admit(door, early), venue.exit(door, after)])).toEqual([
      'TICKET_FORGED',
      'accepted',
    ])
  })

  test('one sign-on serves the shift where a PIN is asked for', async () => {
    const venue = await Venue.open(shop, { pin_required: true })
    const door = await venue.door()
    const signOn = await door.signOn(await shop.person(), PIN)
    const ops = [
      venue.walkIn(door, 1),
      signOn,
      venue.walkIn(door, 1, { sign_on: signOn.id }),
      venue.admit(door, await venue.ticket(), { sign_on: signOn.id }),
    ]
    expect(await door.outcomes(ops)).toEqual([
      'SIGN_ON_MISSING',
      'accepted',
      'accepted',
      'accepted',
    ])
    const counter = await shop.tablet()
    expect(await counter.outcomes([venue.walkIn(counter, 1)])).toEqual(['JOB_NOT_ALLOWED'])
  })

  test('doors open at their time, by the clock of when it happened', async () => {
    const opens_at = new Date(shop.at(-60 * MINUTE)).toISOString()
    const venue = await Venue.open(shop, { opens_at })
    const door = await venue.door()
    const early = venue.walkIn(door, 1, { at: shop.at(-60 * MINUTE - 1) })
    const { verdicts } = await door.push([
      early,
      venue.walkIn(door, 1, { at: shop.at(-60 * MINUTE) }),
    ])
    expect(verdicts.map(({ code }) => code)).toEqual(['PERFORMANCE_NOT_OPEN', null])
    expect(verdicts[0]?.detail).toEqual({ opens_at })
    await shop.shop.call(ENDPOINTS.deletePerformance, { params: { id: venue.performance_id } })
    expect(await door.outcomes([venue.walkIn(door, 1)])).toEqual(['PERFORMANCE_NOT_OPEN'])
  })
})

describe('room', () => {
  test('what arrives late must fit every later moment too', async () => {
    const venue = await Venue.open(shop, { capacity: 2, reentry: true })
    const door = await venue.door()
    const late = await venue.door('Cellar')
    const ticket = await venue.ticket()
    const evening = [
      venue.walkIn(door, 1, { at: shop.at(-60 * MINUTE) }),
      venue.admit(door, ticket, { at: shop.at(-50 * MINUTE) }),
      venue.exit(door, ticket, { at: shop.at(-20 * MINUTE) }),
    ]
    expect(await door.outcomes(evening)).toEqual(['accepted', 'accepted', 'accepted'])
    const arrivals = [
      venue.walkIn(late, 1, { at: shop.at(-55 * MINUTE) }),
      venue.exit(late, ticket, { at: shop.at(-52 * MINUTE) }),
      venue.exit(late, ticket, { at: shop.at(-40 * MINUTE) }),
      venue.walkIn(late, 1, { at: shop.at(-20 * MINUTE) }),
      venue.walkIn(late, 1, { at: shop.at(-10 * MINUTE) }),
    ]
    const { verdicts } = await late.push(arrivals)
    expect(verdicts.map(({ code }) => code)).toEqual([
      'PERFORMANCE_FULL',
      'TICKET_NOT_INSIDE',
      'TICKET_NOT_INSIDE',
      null,
      'PERFORMANCE_FULL',
    ])
    expect(verdicts[0]?.detail).toEqual({ capacity: 2, inside: 2 })
    expect((await venue.now()).inside).toBe(2)
  })

  test('an operation that the numbers of its tablet move forward is counted where it was moved to', async () => {
    const venue = await Venue.open(shop, { capacity: 1 })
    const [door, other] = [await venue.door(), await venue.door()]
    const ticket = await venue.ticket()
    await other.push([
      venue.admit(other, ticket, { at: shop.at(-30 * MINUTE) }),
      venue.exit(other, ticket, { at: shop.at(-10 * MINUTE) }),
    ])
    const moved = [door.op('device.lost', { from_seq: 1, to_seq: 1 }, { at: shop.at(-5 * MINUTE) })]
    await door.push(moved)
    expect(await door.outcomes([venue.walkIn(door, 1, { at: shop.at(-20 * MINUTE) })])).toEqual([
      'accepted',
    ])
  })
})

describe('undoing and deciding', () => {
  test('what is undone counts no more, here and on tablets', async () => {
    const venue = await Venue.open(shop, { capacity: 1 })
    const door = await venue.door()
    const ticket = await venue.ticket()
    const op = venue.admit(door, ticket)
    await door.push([op])
    const undo = door.op('op.void', { op_id: op.id, reason: 'slip' })
    const again = venue.admit(door, ticket)
    expect(await door.outcomes([undo, again])).toEqual(['accepted', 'accepted'])
    expect(await door.outcomes([door.op('op.void', { op_id: op.id, reason: '' })])).toEqual([
      'VOID_ALREADY',
    ])
    expect(await venue.told('ticket', ticket.id)).toMatchObject({
      admitted: 1,
      recent: [{ op_id: again.id }],
    })
    const query = { performance_id: venue.performance_id }
    const { items } = (await shop.shop.call(ENDPOINTS.listLedger, { query })).body
    expect(items.map(({ kind, people }) => `${kind} ${people}`)).toEqual([
      'op.void 0',
      'ticket.admit 1',
      'op.void -1',
      'ticket.admit 1',
    ])
  })

  test('who was refused but went in is counted in by a person, beyond the capacity if need be', async () => {
    const venue = await Venue.open(shop, { capacity: 1 })
    const door = await venue.door()
    const [op, extra] = [venue.walkIn(door, 1), venue.walkIn(door, 2)]
    expect(await door.outcomes([op, extra])).toEqual(['accepted', 'PERFORMANCE_FULL'])
    expect(await venue.decide(extra, 'accept')).toMatchObject({ status: 'resolved', actions: [] })
    expect((await venue.now()).inside).toBe(3)
    expect((await door.push([venue.walkIn(door, 1)])).verdicts[0]?.detail).toEqual({
      capacity: 1,
      inside: 3,
    })
  })

  test('an exit that came before its admission can be accepted once that is there', async () => {
    const venue = await Venue.open(shop, { capacity: 1 })
    const [north, south] = [await venue.door(), await venue.door()]
    const ticket = await venue.ticket()
    const exit = venue.exit(south, ticket, { at: shop.at(-1 * MINUTE) })
    expect(await south.outcomes([exit])).toEqual(['TICKET_NOT_INSIDE'])
    expect((await venue.review(exit)).actions).toEqual(['dismiss'])
    const admit = venue.admit(north, ticket, { at: shop.at(-2 * MINUTE) })
    expect(await north.outcomes([admit])).toEqual(['accepted'])
    expect((await venue.review(exit)).actions).toEqual(['accept', 'dismiss'])
    await venue.decide(exit, 'accept')
    expect((await venue.now()).inside).toBe(0)
    expect(await venue.told('ticket', ticket.id)).toMatchObject({ admitted: 1, inside: 0 })
    expect(await north.outcomes([venue.walkIn(north, 1)])).toEqual(['accepted'])
  })

  test('a forged ticket whose bearer went in is counted as a guest, and can be undone', async () => {
    const venue = await Venue.open(shop)
    const door = await venue.door()
    const ticket = await venue.ticket()
    const forged = venue.admit(door, { token: flipped(ticket.token) })
    expect(await door.outcomes([forged])).toEqual(['TICKET_FORGED'])
    await venue.decide(forged, 'accept')
    expect((await venue.now()).inside).toBe(1)
    expect(await venue.told('ticket', ticket.id)).toMatchObject({ admitted: 0 })
    expect(await door.outcomes([door.op('op.void', { op_id: forged.id, reason: '' })])).toEqual([
      'accepted',
    ])
    expect((await venue.now()).inside).toBe(0)
  })
})

test.each([
  { table: 'performance', change: 'update performance set inside = inside + 1' },
  { table: 'ticket', change: 'update ticket set admitted = admitted + 1' },
  { table: 'movement', change: 'update movement set people = people + 1 where not voided' },
  { table: 'movement', change: 'update movement set voided = not voided' },
  { table: 'movement', change: "update movement set occurred_at = occurred_at + interval '1 ms'" },
  { table: 'feed', change: `update feed set data = jsonb_set(data, '{inside}', '7')` },
])('the ledger tells when $change was run', async ({ table, change }) => {
  const { db } = shop.server.deps
  const back = new Error('taken back')
  const tampered = db.transaction().execute(async (trx) => {
    await sql.raw(`${change} ${table === 'feed' ? "where entity = 'ticket'" : ''}`).execute(trx)
    expect(await checkDoors(trx, shop.merchant_id)).toMatchObject({ table })
    throw back
  })
  await expect(tampered).rejects.toBe(back)
  expect(await checkDoors(db, shop.merchant_id)).toBeUndefined()
})

test('every figure can be rebuilt from the ledger', async () => {
  const { difference } = await verifyLedger(shop.server.deps.db, shop.merchant_id)
  expect(difference).toBeUndefined()
})

/** The same token with one bit of its signature changed. */
function flipped(token: string): string {
  const read = readTicketToken(token)
  if (read === undefined) throw new Error('no token')
  const [first = 0, ...rest] = read.signature
  return composeToken(read.signed, Uint8Array.of(first ^ 1, ...rest))
}

/** Genuine, but of a ticket that this server has lost. */
async function lost(venue: Venue) {
  const ticket = await venue.ticket()
  await venue.shop.server.deps.db
    .deleteFrom('ticket')
    .where('merchant_id', '=', venue.shop.merchant_id)
    .where('id', '=', ticket.id)
    .execute()
  return ticket
}
