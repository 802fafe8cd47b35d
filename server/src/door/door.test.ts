import { keyHint, readTicketToken } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, openTestServer, type TestServer, type TestShop } from '../merchants/testing'
import { hashToken } from '../qr/token'
import { createTicketVerifier } from './ticket-verifier'

let server: TestServer
let shop: TestShop
let rival: TestShop
let performance_id: string

beforeAll(async () => {
  server = await openTestServer()
  shop = await server.shop('harbour')
  rival = await server.shop('rival')
  performance_id = await announce()
})
afterAll(() => server.close())

const refusal = (answer: Answer): string => `${answer.status} ${answer.problem?.code ?? ''}`
const HAMLET = { title: 'Hamlet', starts_at: '2026-11-20T19:00:00.000Z', capacity: 80 }
const announce = async (by = shop): Promise<string> =>
  (await by.call(ENDPOINTS.createPerformance, { body: HAMLET })).body.performance.id

async function told(entity: 'performance' | 'ticket', id: string): Promise<unknown> {
  const row = await server.deps.db
    .selectFrom('feed')
    .select('data')
    .where('merchant_id', '=', shop.merchant_id)
    .where('entity', '=', entity)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.data
}

describe('performances', () => {
  test('one is announced with title, beginning and capacity; tablets are told', async () => {
    const { performance } = (await shop.call(ENDPOINTS.createPerformance, { body: HAMLET })).body
    const rules = { ...HAMLET, opens_at: null, reentry: false, pin_required: true, active: true }
    expect(performance).toMatchObject({ ...rules, tickets: 0, booked: 0, inside: 0 })
    expect(await told('performance', performance.id)).toEqual({
      id: performance.id,
      ...rules,
      inside: 0,
    })
  })

  test('a change keeps what it does not name; deleting calls it off and sells no more', async () => {
    const id = await announce()
    const params = { id }
    const body = { capacity: 12, opens_at: '2026-11-20T18:30:00.000Z' }
    const changed = await shop.call(ENDPOINTS.updatePerformance, { params, body })
    expect(changed.body.performance).toMatchObject({ ...HAMLET, ...body, active: true })
    expect((await shop.call(ENDPOINTS.deletePerformance, { params })).status).toBe(204)
    expect(await told('performance', id)).toMatchObject({ active: false, capacity: 12 })
    const ticket = { performance_id: id, name: 'Nora', party_size: 1 }
    expect(refusal(await shop.call(ENDPOINTS.createTicket, { body: ticket }))).toBe(
      '422 VALIDATION',
    )
  })

  test.each([
    { capacity: -1 },
    { capacity: 1.5 },
    { starts_at: 'tonight' },
    { title: ' ' },
    { seats: 1 },
  ])('with %j it is refused', async (part) => {
    const answer = await shop.call(ENDPOINTS.createPerformance, { body: { ...HAMLET, ...part } })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  test('counts the people of its tickets, confirmed ones only', async () => {
    const params = { id: await announce() }
    const issue = (party_size: number, more = {}) =>
      shop.call(ENDPOINTS.createTicket, {
        body: { performance_id: params.id, name: 'Nora', party_size, ...more },
      })
    const [, , third] = [await issue(2), await issue(3, { status: 'unconfirmed' }), await issue(4)]
    await shop.call(ENDPOINTS.deleteTicket, { params: { id: third.body.ticket.id } })
    const { performance } = (await shop.call(ENDPOINTS.getPerformance, { params })).body
    expect(performance).toMatchObject({ tickets: 3, booked: 2 })
  })
})

describe('tickets', () => {
  const issue = (more = {}, by = shop) =>
    by.as('manager', ENDPOINTS.createTicket, {
      body: { performance_id, name: 'Nora', party_size: 2, ...more },
    })

  test('the token is signed, in the answer, and nowhere else', async () => {
    const issued = await issue()
    expect(issued.status).toBe(201)
    const { ticket, token, qr_png } = issued.body
    expect(qr_png).toMatch(/^data:image\/png;base64,/)
    const read = readTicketToken(token)
    if (read === undefined) throw new Error('no token')
    const claim = { ticket_id: ticket.id, performance_id, party_size: 2 }
    expect(read.claim).toMatchObject(claim)
    const verify = createTicketVerifier()
    const shown = { ticket: read, token_hash: hashToken(token) }
    const [signer] = await verify(server.deps.db, shop.merchant_id, [shown])
    expect(keyHint(signer ?? '')).toBe(read.claim.key_hint)
    expect(await verify(server.deps.db, rival.merchant_id, [shown])).toEqual([null])
    const rows = await server.deps.db.selectFrom('ticket').selectAll().execute()
    const kept = JSON.stringify([
      rows,
      await server.deps.db.selectFrom('feed').selectAll().execute(),
    ])
    expect(kept).toContain(hashToken(token))
    expect(kept).not.toContain(token.split('.')[2])
  })

  test('tablets are told the name and the hash of the token', async () => {
    const { ticket, token } = (await issue({ name: 'Zoë' })).body
    expect(await told('ticket', ticket.id)).toEqual({
      id: ticket.id,
      token_hash: hashToken(token),
      performance_id,
      name: 'Zoë',
      party_size: 2,
      status: 'confirmed',
      admitted: 0,
      inside: 0,
      first: null,
      recent: [],
    })
  })

  test('are found by part of the name; % and _ find nothing by themselves', async () => {
    const id = await announce()
    await issue({ performance_id: id, name: 'Ada Byron' })
    const search = async (text: string) =>
      (await shop.call(ENDPOINTS.listTickets, { query: { performance_id: id, search: text } })).body
        .items.length
    expect([await search('byr'), await search('%'), await search('A_a')]).toEqual([1, 0, 0])
  })

  test('revoked is for good, and tablets are told', async () => {
    const { ticket } = (await issue()).body
    const params = { id: ticket.id }
    expect((await shop.call(ENDPOINTS.deleteTicket, { params })).status).toBe(204)
    expect(await told('ticket', ticket.id)).toMatchObject({ status: 'revoked' })
    const body = { status: 'confirmed' }
    expect(refusal(await shop.call(ENDPOINTS.updateTicket, { params, body }))).toBe('409 CONFLICT')
    expect((await shop.call(ENDPOINTS.deleteTicket, { params })).status).toBe(204)
  })

  test('an unconfirmed one is confirmed later', async () => {
    const { ticket } = (await issue({ status: 'unconfirmed' })).body
    const params = { id: ticket.id }
    const answer = await shop.call(ENDPOINTS.updateTicket, {
      params,
      body: { status: 'confirmed' },
    })
    expect(answer.body.ticket).toMatchObject({ status: 'confirmed', name: 'Nora' })
    expect(await told('ticket', ticket.id)).toMatchObject({ status: 'confirmed' })
  })

  test('are for the own performances, by managers', async () => {
    expect(refusal(await issue({ performance_id: await announce(rival) }))).toBe('404 NOT_FOUND')
    expect(refusal(await issue({}, rival))).toBe('404 NOT_FOUND')
    const body = { performance_id, name: 'Nora', party_size: 1 }
    expect(refusal(await shop.as('viewer', ENDPOINTS.createTicket, { body }))).toBe('403 FORBIDDEN')
    expect(refusal(await shop.as('manager', ENDPOINTS.createIssuerKey))).toBe('403 FORBIDDEN')
  })

  test('every change leaves a trace, without the token', async () => {
    const { ticket } = (await issue()).body
    await shop.call(ENDPOINTS.deleteTicket, { params: { id: ticket.id } })
    const { items } = (await shop.call(ENDPOINTS.listAudit)).body
    const mine = items.filter(({ subject_id }) => subject_id === ticket.id)
    expect(mine.map(({ action }) => action)).toEqual(['ticket.revoke', 'ticket.create'])
    expect(mine[1]?.detail).toMatchObject({ performance: 'Hamlet', party_size: 2 })
  })
})

test('the newest key that stands signs; one that is withdrawn is made anew when needed', async () => {
  const list = async () => (await rival.call(ENDPOINTS.listIssuerKeys)).body.items
  expect(await list()).toEqual([])
  const id = await announce(rival)
  const issue = () =>
    rival.call(ENDPOINTS.createTicket, {
      body: { performance_id: id, name: 'Nora', party_size: 1 },
    })
  await issue()
  await rival.call(ENDPOINTS.createIssuerKey)
  const [second, first] = await list()
  expect([second?.signing, first?.signing]).toEqual([true, false])
  await rival.call(ENDPOINTS.deleteIssuerKey, { params: { id: second?.id ?? '' } })
  expect((await list()).map(({ signing }) => signing)).toEqual([false, true])
  await rival.call(ENDPOINTS.deleteIssuerKey, { params: { id: first?.id ?? '' } })
  expect((await list()).some(({ signing }) => signing)).toBe(false)
  await issue()
  expect((await list()).map(({ signing }) => signing)).toEqual([true, false, false])
  const sealed = await server.deps.db.selectFrom('issuer_key').select('private_sealed').execute()
  for (const { private_sealed } of sealed) {
    expect(private_sealed.includes(Buffer.from('302e020100300506032b6570', 'hex'))).toBe(false)
  }
})
