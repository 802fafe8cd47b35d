import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pairing, TestTablet } from '../devices/testing'
import { openTestServer, type TestServer, type TestShop } from '../merchants/testing'

let server: TestServer
let shop: TestShop
beforeAll(async () => {
  // In memory there is no socket: every request comes from a trusted proxy that says for whom.
  server = await openTestServer({ TRUSTED_PROXIES: '0.0.0.0' })
  shop = await server.shop('Harbour')
})
afterAll(() => server.close())

const STAFF = '/api/v1/merchant/staff'
const FAILURES = 1200

async function fail(from: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const options = { headers: { 'x-forwarded-for': from, ...headers } }
  return (await server.request('GET', STAFF, options)).status
}

test.each([
  ['signed out', {}],
  ['a forged cookie', { cookie: '__Host-counterfoil=forged' }],
  ['a forged token', { authorization: 'Bearer a.b.c' }],
  ['a forged pairing', { authorization: 'DPoP a.b.c', dpop: 'a.b.c' }],
])('%s again and again: the address has to wait, and only it', async (name, headers) => {
  const from = `192.0.2.${name.length}`
  for (let round = 0; round < FAILURES; round += 1) await fail(from, headers)
  const {
    status,
    problem,
    headers: told,
  } = await server.request('GET', STAFF, {
    headers: { 'x-forwarded-for': from, ...headers },
  })
  expect([status, problem?.code]).toEqual([429, 'RATE_LIMITED'])
  expect(Number(told.get('retry-after'))).toBeGreaterThan(0)
  expect(await fail('198.51.100.1', headers)).toBe(401)
  const neighbour = { 'x-forwarded-for': '198.51.100.2' }
  expect((await shop.call(ENDPOINTS.listStaff, { headers: neighbour })).status).toBe(200)
})

test('a tablet that never takes a nonce has to wait', async () => {
  const { token } = await pairing(shop)
  const tablet = await TestTablet.reading(server, token)
  await tablet.claim()
  const codes = new Set<string | undefined>()
  for (let round = 0; round < 600; round += 1) {
    const stale = await tablet.request('GET', '/api/v1/store/sync/pull', {
      proof: { nonce: 'old' },
    })
    codes.add(stale.problem?.code)
  }
  expect([...codes]).toEqual(['USE_DPOP_NONCE', 'RATE_LIMITED'])
})
