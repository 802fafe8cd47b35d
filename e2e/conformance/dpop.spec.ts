/** Wire contract, section 3, point 3: every device request proves possession, freshly. */
import { SignJWT, decodeJwt } from 'jose'
import { readAnswer, statusAndCode, type Answer } from '../harness/answer'
import { hashOf, makeDpopKey, signProof, unsigned } from '../harness/dpop'
import type { TabletClient } from '../harness/tablet-client'
import { expect, test } from './world'

const PATH = '/store/sync/pull'

/** A request whose headers the test writes itself. */
async function raw(
  tablet: TabletClient,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  return readAnswer(await fetch(`${tablet.origin}/api/v1${PATH}`, { headers }))
}

/** A nonce of the server, got the way the contract says: by asking without one. */
async function freshNonce(tablet: TabletClient): Promise<string> {
  const answer = await raw(tablet, {
    authorization: `DPoP ${tablet.pairing.auth_token}`,
    dpop: await signProof(tablet.key, claimsFor(tablet)),
  })
  expect(statusAndCode(answer)).toBe('401 USE_DPOP_NONCE')
  const nonce = answer.headers.get('dpop-nonce')
  if (nonce === null) throw new Error('no DPoP-Nonce header')
  return nonce
}

function claimsFor(tablet: TabletClient, nonce?: string): Parameters<typeof signProof>[1] {
  return {
    htm: 'GET',
    htu: `${tablet.pairing.api_url}${PATH}`,
    ath: hashOf(tablet.pairing.auth_token),
    ...(nonce === undefined ? {} : { nonce }),
  }
}

test('a proof without a nonce is told to fetch one, and with it passes', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const nonce = await freshNonce(tablet)
  const answer = await raw(tablet, {
    authorization: `DPoP ${tablet.pairing.auth_token}`,
    dpop: await signProof(tablet.key, claimsFor(tablet, nonce)),
  })
  expect(answer.status).toBe(200)
})

test('a nonce that the server never gave is answered with a good one', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const answer = await tablet.request('GET', PATH, { proof: { nonce: 'made-up' } })
  expect(statusAndCode(answer)).toBe('401 USE_DPOP_NONCE')
  expect(answer.headers.get('dpop-nonce')).toBeTruthy()
})

test('freshness comes from the nonce, not from a tablet clock that lies', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  for (const iat of [0, 4_102_444_800]) {
    const answer = await tablet.request('GET', PATH, { proof: { iat } })
    expect(statusAndCode(answer)).toBe('200')
  }
})

test('a proof for another method, address or token is refused', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  await tablet.pull()
  const lies = [
    { htm: 'POST' },
    { htu: `${tablet.pairing.api_url}/store/sync/live` },
    { htu: `https://elsewhere.example/api/v1${PATH}` },
    { ath: hashOf('another token') },
  ]
  for (const proof of lies) {
    const answer = await tablet.request('GET', PATH, { proof })
    expect(statusAndCode(answer), JSON.stringify(proof)).toBe('401 DPOP_INVALID')
  }
})

test('proofs by another key, without signature, with an HMAC or of another type are refused', async ({
  harbour,
}) => {
  const tablet = await harbour.tablet()
  const nonce = await freshNonce(tablet)
  const claims = claimsFor(tablet, nonce)
  const jwk = tablet.key.publicJwk
  const full = { ...claims, jti: 'x', iat: Math.floor(Date.now() / 1000) }
  const header = { typ: 'dpop+jwt', jwk }
  const stranger = await makeDpopKey()
  const proofs = {
    'other key': await signProof(stranger, claims),
    'other key under our name': await signProof(stranger, claims, { jwk }),
    none: unsigned(header, full),
    hmac: await new SignJWT(full)
      .setProtectedHeader({ ...header, alg: 'HS256' })
      .sign(new TextEncoder().encode(JSON.stringify(jwk))),
    'wrong type': await signProof(tablet.key, claims, { typ: 'JWT' }),
    garbage: 'not.a.proof',
  }
  for (const [name, dpop] of Object.entries(proofs)) {
    const answer = await raw(tablet, { authorization: `DPoP ${tablet.pairing.auth_token}`, dpop })
    expect(statusAndCode(answer), name).toBe('401 DPOP_INVALID')
  }
})

test('a missing proof, and the token as a bearer, are refused', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const { auth_token } = tablet.pairing
  const without = await raw(tablet, { authorization: `DPoP ${auth_token}` })
  expect(without.status).toBe(401)
  const bearer = await raw(tablet, { authorization: `Bearer ${auth_token}` })
  expect(bearer.status).toBe(401)
  expect((await raw(tablet, {})).status).toBe(401)
})

test('forged, altered and foreign device tokens are refused', async ({ harbour }) => {
  const tablet = await harbour.tablet()
  const { auth_token } = tablet.pairing
  const [header = '', payload = '', signature = ''] = auth_token.split('.')
  const claims = decodeJwt(auth_token)
  const tokens = {
    none: unsigned({ typ: 'cf-device+jwt' }, claims),
    'cut signature': `${header}.${payload}.`,
    'flipped bit': `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    hmac: await new SignJWT(claims)
      .setProtectedHeader({ typ: 'cf-device+jwt', alg: 'HS256' })
      .sign(new TextEncoder().encode('counterfoil')),
    garbage: 'x.y.z',
  }
  const nonce = await freshNonce(tablet)
  for (const [name, token] of Object.entries(tokens)) {
    const proof = { ...claimsFor(tablet, nonce), ath: hashOf(token) }
    const dpop = await signProof(tablet.key, proof)
    const answer = await raw(tablet, { authorization: `DPoP ${token}`, dpop })
    expect(statusAndCode(answer), name).toBe('401 TOKEN_INVALID')
  }
})
