import { MINUTE } from '@counterfoil/domain'
import { ENDPOINTS, PROBLEMS, type ProblemCode } from '@counterfoil/protocol'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, openTestServer, type TestServer, type TestShop } from '../merchants/testing'
import { makeNonce } from './dpop-nonce'
import { pairing, TestTablet } from './testing'

let server: TestServer
let shop: TestShop
let rival: TestShop

beforeAll(async () => {
  server = await openTestServer()
  shop = await server.shop('harbour')
  rival = await server.shop('rival')
})
afterAll(() => server.close())

const refusal = (answer: Answer): string => `${answer.status} ${answer.problem?.code ?? ''}`
const refused = (code: ProblemCode): string => `${PROBLEMS[code].status} ${code}`
const device = async (id: string) =>
  (await shop.call(ENDPOINTS.getDevice, { params: { id } })).body.device

describe('pairing', () => {
  test('the token names device, merchant and store, lasts a year, and is stored nowhere', async () => {
    const body = { store_id: shop.store.id, label: 'Counter', jobs: ['loyalty', 'loyalty'] }
    const { status, body: answer } = await shop.call(ENDPOINTS.createDevice, { body })
    expect(status).toBe(201)
    expect(answer.device).toMatchObject({ status: 'waiting', jobs: ['loyalty'], incarnation: 1 })
    expect(answer.pairing.api_url).toBe('https://counterfoil.example/api/v1')
    expect(answer.qr_png).toMatch(/^data:image\/png;base64,/)
    const { auth_token } = answer.pairing
    expect(decodeProtectedHeader(auth_token)).toEqual({ typ: 'cf-device+jwt', alg: 'HS256' })
    const claims = decodeJwt(auth_token)
    expect(claims).toMatchObject({
      sub: answer.device.id,
      mid: shop.merchant_id,
      sid: shop.store.id,
      iss: 'https://counterfoil.example',
    })
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(365 * 24 * 3600)
    const row = await server.deps.db
      .selectFrom('device')
      .selectAll()
      .where('merchant_id', '=', shop.merchant_id)
      .where('id', '=', answer.device.id)
      .executeTakeFirstOrThrow()
    expect(row.jti).toBe(claims.jti)
    expect(JSON.stringify(row)).not.toContain(auth_token.slice(-20))
  })

  test('the first key binds, the same key gets the same answer, another is refused and shown', async () => {
    const { id, token } = await pairing(shop)
    const tablet = await TestTablet.reading(server, token)
    const first = await tablet.claim()
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({
      device: { id, label: 'Counter', jobs: ['loyalty'] },
      store: { ...shop.store, time_zone: 'Europe/Luxembourg' },
      incarnation: 1,
      sealing_key: { kty: 'EC', crv: 'P-256', alg: 'ECDH-ES', use: 'enc' },
    })
    expect((await device(id)).refused_claim_at).toBeNull()

    // Within the claiming time and long after it.
    for (const passed of [0, 0, 60 * MINUTE]) {
      server.pass(passed)
      const thief = await TestTablet.reading(server, token)
      expect(refusal(await thief.claim())).toBe(refused('TERMINAL_DEVICE_ALREADY_CLAIMED'))
      const again = await tablet.claim()
      expect({ ...again.body, server_time: '' }).toEqual({ ...first.body, server_time: '' })
    }
    expect((await device(id)).refused_claim_at).toBe(new Date(server.deps.now()).toISOString())
    const audit = await audited(id)
    // Two tries within a minute are one record.
    const refusals = ['device.claim_refused', 'device.claim_refused']
    expect(audit).toEqual(['device.create', 'device.claim', ...refusals])
  })

  test('of many claims at once exactly one wins', async () => {
    const { id, token } = await pairing(shop)
    const rivals = await Promise.all(
      Array.from({ length: 12 }, () => TestTablet.reading(server, token)),
    )
    // Nonces first, so that the claims themselves meet.
    const nonce = makeNonce(server.deps.crypto.macKey('dpop-nonce'), server.deps.now())
    for (const tablet of rivals) tablet.nonce = nonce
    const answers = await Promise.all(rivals.map((tablet) => tablet.claim()))
    const winners = rivals.filter((_, index) => answers[index]?.status === 200)
    expect(winners).toHaveLength(1)
    expect(new Set(answers.map(refusal))).toEqual(
      new Set(['200 ', refused('TERMINAL_DEVICE_ALREADY_CLAIMED')]),
    )
    const row = await server.deps.db
      .selectFrom('device')
      .select('jkt')
      .where('merchant_id', '=', shop.merchant_id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.jkt).toBe(winners[0]?.key.jkt)
  })

  test.each([
    { after: 15 * MINUTE - 1, result: '200 ', status: 'paired' },
    {
      after: 15 * MINUTE,
      result: refused('TERMINAL_DEVICE_PAIRING_EXPIRED'),
      status: 'expired',
    },
  ] as const)('claimed after $after ms: $result', async ({ after, result, status }) => {
    const { id, token } = await pairing(shop)
    const tablet = await TestTablet.reading(server, token)
    server.pass(after)
    expect(refusal(await tablet.claim())).toBe(result)
    expect((await device(id)).status).toBe(status)
  })

  test('pairing again kills the old token at once; the claim starts the next incarnation', async () => {
    const { id, token } = await pairing(shop)
    const before = await TestTablet.reading(server, token)
    await before.claim()
    const { status, body } = await shop.call(ENDPOINTS.pairDeviceAgain, { params: { id } })
    expect(status).toBe(201)
    expect(body.device).toMatchObject({ status: 'waiting', incarnation: 1, claimed_at: null })
    expect(refusal(await before.claim())).toBe(refused('TOKEN_INVALID'))
    const after = await TestTablet.reading(server, body.pairing.auth_token)
    expect((await after.claim()).body.incarnation).toBe(2)
    expect((await after.claim()).body.incarnation).toBe(2)
    expect(await device(id)).toMatchObject({ status: 'paired', incarnation: 2 })
  })

  test('a pairing that nobody claimed counts as none', async () => {
    const { id } = await pairing(shop)
    const { body } = await shop.call(ENDPOINTS.pairDeviceAgain, { params: { id } })
    const tablet = await TestTablet.reading(server, body.pairing.auth_token)
    expect((await tablet.claim()).body.incarnation).toBe(1)
  })

  test('revoked, a tablet hears so, even when its year is over, and may be paired again', async () => {
    const { id, token } = await pairing(shop)
    const tablet = await TestTablet.reading(server, token)
    await tablet.claim()
    const revoked = await shop.call(ENDPOINTS.revokeDevice, {
      params: { id },
      body: { reason: 'left in a taxi' },
    })
    expect(revoked.body.device).toMatchObject({
      status: 'revoked',
      revoke_reason: 'left in a taxi',
    })
    expect(refusal(await tablet.claim())).toBe(refused('TERMINAL_DEVICE_REVOKED'))
    const feed = await server.deps.db
      .selectFrom('feed')
      .select(['data', 'device_id'])
      .where('merchant_id', '=', shop.merchant_id)
      .where('entity', '=', 'device')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(feed).toEqual({ data: null, device_id: id })
    server.pass(366 * 24 * 60 * MINUTE)
    expect(refusal(await tablet.claim())).toBe(refused('TERMINAL_DEVICE_REVOKED'))
    const again = await shop.call(ENDPOINTS.pairDeviceAgain, { params: { id } })
    expect(again.body.device.status).toBe('waiting')
    expect(refusal(await tablet.claim())).toBe(refused('TOKEN_INVALID'))
  })

  test('after a year the pairing is over', async () => {
    const { id, token } = await pairing(shop)
    const tablet = await TestTablet.reading(server, token)
    await tablet.claim()
    server.pass(365 * 24 * 60 * MINUTE)
    expect(refusal(await tablet.claim())).toBe(refused('TERMINAL_DEVICE_EXPIRED'))
    expect((await device(id)).status).toBe('expired')
  })
})

describe('typed codes', () => {
  const type = (code: string) =>
    server.request<{ pairing: { auth_token: string } }>(
      ENDPOINTS.pairingByCode.method,
      ENDPOINTS.pairingByCode.path,
      { body: { code } },
    )
  const made = async () => {
    const body = { store_id: shop.store.id, label: 'Counter', jobs: ['loyalty'] }
    return (await shop.call(ENDPOINTS.createDevice, { body })).body
  }
  const forget = () => server.deps.db.deleteFrom('sign_in_attempt').execute()

  test('a code is exchanged for its pairing once, however it is typed', async () => {
    await forget()
    const { typed_code, pairing } = await made()
    expect(typed_code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    const sloppy = ` ${typed_code.toLowerCase().replace('-', ' ').replaceAll('0', 'o')}`
    expect((await type(sloppy)).body.pairing).toEqual(pairing)
    expect(refusal(await type(typed_code))).toBe(refused('NOT_FOUND'))
  })

  test('a code is dead after 15 minutes, after the claim and after the next pairing', async () => {
    await forget()
    const old = await made()
    server.pass(15 * MINUTE)
    expect(refusal(await type(old.typed_code))).toBe(refused('NOT_FOUND'))
    const claimed = await made()
    await (await TestTablet.reading(server, claimed.pairing.auth_token)).claim()
    expect(refusal(await type(claimed.typed_code))).toBe(refused('NOT_FOUND'))
    const replaced = await made()
    await shop.call(ENDPOINTS.pairDeviceAgain, { params: { id: replaced.device.id } })
    expect(refusal(await type(replaced.typed_code))).toBe(refused('NOT_FOUND'))
  })

  test('an address may try ten codes in 15 minutes', async () => {
    await forget()
    const { typed_code } = await made()
    for (let n = 0; n < 10; n += 1) {
      expect(refusal(await type('00000-00000'))).toBe(refused('NOT_FOUND'))
    }
    const eleventh = await type(typed_code)
    expect(refusal(eleventh)).toBe(refused('RATE_LIMITED'))
    expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(0)
    server.pass(15 * MINUTE)
    const { typed_code: fresh } = await made()
    expect((await type(fresh)).status).toBe(200)
  })

  test('what the database holds of a code opens nothing without the code', async () => {
    const { pairing } = await made()
    const rows = await server.deps.db.selectFrom('pairing_code').selectAll().execute()
    for (const { sealed } of rows) {
      const opened = server.deps.crypto.open('pairing-code', sealed)
      expect(opened.includes(pairing.auth_token)).toBe(false)
      expect(opened.includes('auth_token')).toBe(false)
    }
  })
})

describe('whose tablets', () => {
  test('another merchant’s tablets are not found, and not listed', async () => {
    const { id } = await pairing(shop)
    const params = { id }
    const answers = [
      await rival.call(ENDPOINTS.getDevice, { params }),
      await rival.call(ENDPOINTS.updateDevice, { params, body: { label: 'Mine' } }),
      await rival.call(ENDPOINTS.pairDeviceAgain, { params }),
      await rival.call(ENDPOINTS.revokeDevice, { params, body: { reason: 'x' } }),
      await rival.call(ENDPOINTS.createDevice, {
        body: { store_id: shop.store.id, label: 'X', jobs: ['door'] },
      }),
    ]
    expect(answers.map(refusal)).toEqual(answers.map(() => refused('NOT_FOUND')))
    expect((await rival.call(ENDPOINTS.listDevices)).body.items).toEqual([])
    expect((await device(id)).label).toBe('Counter')
  })

  test.each([
    { role: 'viewer', read: 200, write: 403 },
    { role: 'manager', read: 200, write: 403 },
    { role: 'owner', read: 200, write: 200 },
  ] as const)('a $role reads: $read, writes: $write', async ({ role, read, write }) => {
    const { id } = await pairing(shop)
    const params = { id }
    expect((await shop.as(role, ENDPOINTS.listDevices)).status).toBe(read)
    const patch = await shop.as(role, ENDPOINTS.updateDevice, { params, body: { label: 'Bar' } })
    expect(patch.status).toBe(write)
  })

  test('nobody, a tablet, and an admin on behalf', async () => {
    const { id, token } = await pairing(shop)
    const path = `/api/v1/merchant/devices/${id}`
    expect(refusal(await server.request('GET', path))).toBe(refused('SIGN_IN_REQUIRED'))
    const tablet = await TestTablet.reading(server, token)
    await tablet.claim()
    expect(refusal(await tablet.request('GET', path))).toBe(refused('FORBIDDEN'))
    const authorization = await server.adminBearer()
    const twin = `/api/v1/admin/merchants/${shop.merchant_id}/devices/${id}`
    const body = { label: 'Set by the platform' }
    const headers = { authorization }
    expect((await server.request('PATCH', twin, { body, headers })).status).toBe(200)
    expect((await device(id)).label).toBe('Set by the platform')
  })

  test('a list comes in pages, newest first', async () => {
    const store = (await rival.call(ENDPOINTS.listStores)).body.items[0]
    const ids: string[] = []
    for (const label of ['A', 'B', 'C']) {
      const body = { store_id: store?.id, label, jobs: ['door'] }
      ids.unshift((await rival.call(ENDPOINTS.createDevice, { body })).body.device.id)
    }
    const first = (await rival.call(ENDPOINTS.listDevices, { query: { limit: '2' } })).body
    const query = { limit: '2', cursor: first.next ?? '' }
    const second = (await rival.call(ENDPOINTS.listDevices, { query })).body
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
    expect(second.next).toBeNull()
    expect(refusal(await shop.call(ENDPOINTS.listDevices, { query }))).toBe(
      refused('CURSOR_INVALID'),
    )
  })
})

async function audited(id: string): Promise<string[]> {
  const rows = await server.deps.db
    .selectFrom('audit')
    .select('action')
    .where('merchant_id', '=', shop.merchant_id)
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map(({ action }) => action)
}
