import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64Url, toBase64Url } from './base64url'
import { composeClaim, composeToken, keyHint, LARGEST_PARTY, readTicketToken } from './ticket-token'

const claims = fc.record({
  key_hint: fc.uuid().map(keyHint),
  ticket_id: fc.uuid(),
  performance_id: fc.uuid(),
  party_size: fc.integer({ min: 1, max: LARGEST_PARTY }),
})
const signatures = fc.uint8Array({ minLength: 64, maxLength: 64 })

test('R-100: a token is read back as it was composed', () => {
  fc.assert(
    fc.property(claims, signatures, (claim, signature) => {
      const signed = composeClaim(claim)
      const read = readTicketToken(composeToken(signed, signature))
      expect(read).toEqual({ claim, signed, signature })
    }),
  )
})

test('R-100: one claim and signature have one text: whatever letter is changed, it is another or none', () => {
  const place = fc.nat()
  const letter = fc.constantFrom(...'ABYZabyz0189-_=. +/'.split(''))
  fc.assert(
    fc.property(claims, signatures, place, letter, (claim, signature, at, other) => {
      const token = composeToken(composeClaim(claim), signature)
      const index = at % token.length
      if (token[index] === other) return
      const read = readTicketToken(token.slice(0, index) + other + token.slice(index + 1))
      expect(read).not.toEqual(readTicketToken(token))
    }),
    { numRuns: 500 },
  )
})

test.each(['', 'v1', 'v1..', 'v2.AAAA.AAAA', `v1.AAAA.${'A'.repeat(86)}`, 'v1.a.b.c'])(
  '%j is no token',
  (text) => {
    expect(readTicketToken(text)).toBeUndefined()
  },
)

test('base64url is what others make of the same bytes, and reads back', () => {
  const bytes = Uint8Array.of(0, 16, 131, 16, 81, 135, 32, 146, 139, 255, 254)
  expect(toBase64Url(bytes)).toBe('ABCDEFGHIJKL__4')

  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes)
    }),
  )
})
