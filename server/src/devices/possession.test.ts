import { MINUTE, plus } from '@counterfoil/domain'
import { endpoint, ENDPOINTS, PROBLEMS, type ProblemCode } from '@counterfoil/protocol'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { mount } from '../http/mount'
import { type Answer, openTestServer, type TestServer, type TestShop } from '../merchants/testing'
import { NONCE_LIFE, isFreshNonce, makeNonce } from './dpop-nonce'
import { makeKey, pairing, sha256, signProof, TestTablet, type TestKey } from './testing'

const PATH = '/api/v1/store/probe'
const probe = endpoint({
  method: 'GET',
  path: PATH,
  summary: 'Tells who called',
  tag: 'Test',
  caller: 'store',
  status: 200,
  answer: z.looseObject({}),
})

let server: TestServer
let shop: TestShop
let tablet: TestTablet
let device_id: string

beforeAll(async () => {
  server = await openTestServer()
  shop = await server.shop('harbour')
  mount(server.app, server.deps, probe, async ({ caller }) => ({ ...caller }))
})
afterAll(() => server.close())

beforeEach(async () => {
  const { id, token } = await pairing(shop)
  device_id = id
  tablet = await TestTablet.reading(server, token)
  await tablet.claim()
})

const refusal = (answer: Answer): string => `${answer.status} ${answer.problem?.code ?? ''}`
const refused = (code: ProblemCode): string => `${PROBLEMS[code].status} ${code}`
const send = (authorization: string, dpop: string | undefined): Promise<Answer> =>
  server.request('GET', PATH, { headers: { authorization, ...(dpop && { dpop }) } })

/** The claims of a proof that passes. */
const good = (): Record<string, unknown> => ({
  ...tablet.claimsFor('GET', PATH),
  nonce: makeNonce(server.deps.crypto.macKey('dpop-nonce'), server.deps.now()),
})
const unsigned = (header: object, payload: object): string => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ ...header, alg: 'none' })}.${part(payload)}.`
}

test('a good proof names the tablet, its store, its pairing and its jobs', async () => {
  const answer = await send(`DPoP ${tablet.token}`, await signProof(tablet.key, good()))
  expect(answer.body).toEqual({
    type: 'device',
    merchant_id: shop.merchant_id,
    device_id,
    store: { ...shop.store, time_zone: 'Europe/Luxembourg' },
    incarnation: 1,
    jobs: ['loyalty'],
  })
  expect(answer.headers.get('dpop-nonce')).toBeTruthy()
})

describe('proofs that prove nothing', () => {
  const withoutD = { kty: 'EC', crv: 'P-256' }
  const bad: Record<string, () => Promise<string | undefined> | string | undefined> = {
    'no proof': () => undefined,
    garbage: () => 'not.a.proof',
    'alg none': () => unsigned({ typ: 'dpop+jwt', jwk: tablet.key.publicJwk }, good()),
    'HS256 with the public key as the secret': () =>
      new SignJWT({ jti: 'x', ...good() })
        .setProtectedHeader({ typ: 'dpop+jwt', alg: 'HS256', jwk: tablet.key.publicJwk })
        .sign(new TextEncoder().encode(JSON.stringify(tablet.key.publicJwk))),
    'another algorithm': async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true })
      return new SignJWT({ jti: 'x', ...good() })
        .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES384', jwk: await exportJWK(publicKey) })
        .sign(privateKey)
    },
    'another type': () => signProof(tablet.key, good(), { typ: 'JWT' }),
    'no key': () => signProof(tablet.key, good(), { jwk: undefined }),
    'half a key': () => signProof(tablet.key, good(), { jwk: withoutD }),
    'a private key': async () => {
      const jwk = await exportJWK(tablet.key.privateKey)
      return signProof(tablet.key, good(), { jwk })
    },
    'the key of another tablet': async () => signProof(await makeKey(), good()),
    'another key under our name': async () =>
      signProof(await makeKey(), good(), { jwk: tablet.key.publicJwk }),
    'another method': () => signProof(tablet.key, { ...good(), htm: 'POST' }),
    'the method in lower case': () => signProof(tablet.key, { ...good(), htm: 'get' }),
    'another path': () => signProof(tablet.key, { ...good(), htu: `${origin()}/api/v1/store` }),
    'another host': () => signProof(tablet.key, { ...good(), htu: `https://evil.example${PATH}` }),
    'another scheme': () =>
      signProof(tablet.key, { ...good(), htu: `http://counterfoil.example${PATH}` }),
    'no address': () => signProof(tablet.key, { ...good(), htu: 'elsewhere' }),
    'a name before the host': () =>
      signProof(tablet.key, { ...good(), htu: `https://a@counterfoil.example${PATH}` }),
    'no ath': () => signProof(tablet.key, { ...good(), ath: undefined }),
    'the ath of another token': () => signProof(tablet.key, { ...good(), ath: sha256('other') }),
    'no jti': () => signProof(tablet.key, { ...good(), jti: undefined }),
    'a number for jti': () => signProof(tablet.key, { ...good(), jti: 7 }),
  }
  const origin = (): string => server.deps.config.publicUrl

  test.each(Object.keys(bad))('%s', async (name) => {
    const answer = await send(`DPoP ${tablet.token}`, await bad[name]?.())
    expect(refusal(answer)).toBe(refused('DPOP_INVALID'))
    expect(answer.headers.get('www-authenticate')).toContain('DPoP')
  })

  test.each([
    { what: 'a query', htu: () => `${origin()}${PATH}?cursor=1` },
    { what: 'a fragment', htu: () => `${origin()}${PATH}#x` },
    { what: 'the host in capitals', htu: () => `https://COUNTERFOIL.example:443${PATH}` },
  ])('$what in the address does not matter', async ({ htu }) => {
    const dpop = await signProof(tablet.key, { ...good(), htu: htu() })
    expect((await send(`DPoP ${tablet.token}`, dpop)).status).toBe(200)
  })
})

describe('tokens that open nothing', () => {
  const signed = (
    claims: Readonly<Record<string, unknown>>,
    header: { typ?: string; alg?: string } = {},
    secret?: Uint8Array,
  ): Promise<string> =>
    new SignJWT({ ...tokenClaims(), ...claims })
      .setProtectedHeader({ typ: 'cf-device+jwt', alg: 'HS256', ...header })
      .sign(secret ?? server.deps.crypto.macKey('device-token'))
  const tokenClaims = (): JWTPayload =>
    JSON.parse(Buffer.from(tablet.token.split('.')[1] ?? '', 'base64url').toString())
  const tampered = (index: number): string =>
    tablet.token
      .split('.')
      .map((part, at) =>
        at === index ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
      )
      .join('.')

  const bad: Record<string, () => Promise<string> | string> = {
    garbage: () => 'x.y.z',
    'alg none': () => unsigned({ typ: 'cf-device+jwt' }, tokenClaims()),
    'cut signature': () => `${tablet.token.split('.').slice(0, 2).join('.')}.`,
    'flipped header': () => tampered(0),
    'flipped payload': () => tampered(1),
    'flipped signature': () => tampered(2),
    'another secret': () => signed({}, {}, new TextEncoder().encode('x'.repeat(32))),
    'HS512 with our key': () => signed({}, { alg: 'HS512' }, new Uint8Array(64)),
    'another type': () => signed({}, { typ: 'cf-user+jwt' }),
    'no type': () => signed({}, { typ: '' }),
    'another audience': () => signed({ aud: 'counterfoil-user' }),
    'another issuer': () => signed({ iss: 'https://evil.example' }),
    'no exp': () => signed({ exp: undefined }),
    'no jti': () => signed({ jti: undefined }),
    'another jti': () => signed({ jti: server.deps.newId() }),
    'another device': () => signed({ sub: server.deps.newId() }),
    'another merchant': () => signed({ mid: server.deps.newId() }),
    'not yet valid': () => signed({ nbf: server.deps.now() / 1000 + 60 }),
    'a user’s token': async () => (await server.adminBearer()).slice('Bearer '.length),
  }

  test('the table starts from a token that passes', async () => {
    expect(refusal(await sendToken(await signed({})))).toBe('200 ')
  })

  test.each(Object.keys(bad))('%s', async (name) => {
    const token = await bad[name]?.()
    expect(refusal(await sendToken(token ?? ''))).toBe(refused('TOKEN_INVALID'))
  })

  test('past its time', async () => {
    const exp = Math.floor(server.deps.now() / 1000)
    expect(refusal(await sendToken(await signed({ exp })))).toBe(refused('TERMINAL_DEVICE_EXPIRED'))
  })

  test('as a bearer', async () => {
    const dpop = await signProof(tablet.key, good())
    expect(refusal(await send(`Bearer ${tablet.token}`, dpop))).toBe(refused('TOKEN_INVALID'))
  })

  async function sendToken(token: string): Promise<Answer> {
    return send(`DPoP ${token}`, await signProof(tablet.key, { ...good(), ath: sha256(token) }))
  }
})

describe('freshness', () => {
  const proofWith = (nonce: unknown): Promise<string> => signProof(tablet.key, { ...good(), nonce })
  const nonceAt = (ms: number, purpose = 'dpop-nonce'): string =>
    makeNonce(server.deps.crypto.macKey(purpose), plus(server.deps.now(), ms))

  test.each([
    { what: 'none', nonce: () => undefined, fresh: false },
    { what: 'made up', nonce: () => 'made-up', fresh: false },
    { what: 'of another key', nonce: () => nonceAt(0, 'other'), fresh: false },
    { what: 'just now', nonce: () => nonceAt(0), fresh: true },
    { what: 'five minutes old', nonce: () => nonceAt(-1 * NONCE_LIFE), fresh: true },
    { what: 'older', nonce: () => nonceAt(-1 * NONCE_LIFE - 1), fresh: false },
    { what: 'of a node a minute ahead', nonce: () => nonceAt(MINUTE), fresh: true },
    { what: 'of a future farther away', nonce: () => nonceAt(MINUTE + 1), fresh: false },
  ])('a nonce $what: fresh is $fresh', async ({ nonce, fresh }) => {
    const answer = await send(`DPoP ${tablet.token}`, await proofWith(nonce()))
    expect(refusal(answer)).toBe(fresh ? '200 ' : refused('USE_DPOP_NONCE'))
    const given = answer.headers.get('dpop-nonce') ?? ''
    expect(isFreshNonce(server.deps.crypto.macKey('dpop-nonce'), given, server.deps.now())).toBe(
      true,
    )
  })

  test.each([0, 4_102_444_800])('the tablet’s own clock (iat %i) does not matter', async (iat) => {
    const dpop = await signProof(tablet.key, { ...good(), iat })
    expect((await send(`DPoP ${tablet.token}`, dpop)).status).toBe(200)
  })

  test('every flipped bit of a nonce is noticed', () => {
    const key = server.deps.crypto.macKey('dpop-nonce')
    const bytes = Buffer.from(nonceAt(0), 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes)
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(isFreshNonce(key, flipped.toString('base64url'), server.deps.now())).toBe(false)
    }
  })
})

describe('what the row says', () => {
  const asks = async (key: TestKey = tablet.key): Promise<string> =>
    refusal(await send(`DPoP ${tablet.token}`, await signProof(key, good())))

  test('revocation holds on the next request', async () => {
    expect(await asks()).toBe('200 ')
    const input = { params: { id: device_id }, body: { reason: 'stolen' } }
    await shop.call(ENDPOINTS.revokeDevice, input)
    expect(await asks()).toBe(refused('TERMINAL_DEVICE_REVOKED'))
  })

  test('the jobs are those of this moment', async () => {
    const input = { params: { id: device_id }, body: { jobs: ['door', 'clock'] } }
    await shop.call(ENDPOINTS.updateDevice, input)
    const answer = await send(`DPoP ${tablet.token}`, await signProof(tablet.key, good()))
    expect(answer.body).toMatchObject({ jobs: ['door', 'clock'] })
  })

  test('an unclaimed token opens nothing, whoever holds it', async () => {
    const { token } = await pairing(shop)
    tablet = await TestTablet.reading(server, token)
    expect(await asks()).toBe(refused('TOKEN_INVALID'))
    server.pass(15 * MINUTE)
    expect(await asks()).toBe(refused('TERMINAL_DEVICE_PAIRING_EXPIRED'))
  })
})
