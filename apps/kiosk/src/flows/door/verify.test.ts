import { composeClaim, composeToken, readTicketToken } from '@counterfoil/domain'
import { describe, expect, test } from 'vitest'
import { fromBase64Url } from '../../net/base64url'
import { verifyByLibrary, verifySignature } from './verify'

const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
const { x = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
const KEY = { kty: 'OKP', crv: 'Ed25519', x } as const
const CLAIM = {
  key_hint: '00000001',
  ticket_id: '01930000-0000-7000-8000-000000000001',
  performance_id: '01930000-0000-7000-8000-000000000002',
  party_size: 2,
}

async function makeTicket() {
  const signed = composeClaim(CLAIM)
  const message = new TextEncoder().encode(signed)
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, message))
  const read = readTicketToken(composeToken(signed, signature))
  if (read === undefined) throw new Error('no ticket')
  return read
}

const GOOD = await makeTicket()
const FORGED = { ...GOOD, signed: composeClaim({ ...CLAIM, party_size: 20 }) }

describe('a ticket that this tablet never heard of', () => {
  test('is genuine by its signature, and forged when one person was made twenty', async () => {
    expect(await verifySignature(KEY, GOOD)).toBe(true)
    expect(await verifySignature(KEY, FORGED)).toBe(false)
  })

  test('is judged alike where the browser has no Ed25519', async () => {
    const by = ({ signed, signature }: typeof GOOD) =>
      verifyByLibrary(fromBase64Url(x), new TextEncoder().encode(signed), signature)
    expect(await by(GOOD)).toBe(true)
    expect(await by(FORGED)).toBe(false)
  })

  test('a key that cannot be read has signed nothing', async () => {
    expect(await verifySignature({ ...KEY, x: 'AAAA' }, GOOD)).toBe(false)
  })
})
