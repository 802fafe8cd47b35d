import fc from 'fast-check'
import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeVerifier, type Verifier } from './pin-verifier'

/** As a tablet checks: the first bits of the HMAC against those of the digest. */
function checkOf({ salt, bits, digest }: Verifier): (pin: string) => boolean {
  const key = Buffer.from(salt, 'base64url')
  const padded = Buffer.concat([Buffer.from(digest, 'base64url'), Buffer.alloc(4)])
  const kept = padded.readUInt32BE(0) >>> (32 - bits)
  return (pin) => {
    const mac = createHmac('sha256', key).update(pin).digest()
    return mac.readUInt32BE(0) >>> (32 - bits) === kept
  }
}

const pinOf = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'))

test.each([
  { length: 4, runs: 10 },
  { length: 5, runs: 3 },
  { length: 6, runs: 1 },
])(
  'a verifier of $length digits fits its PIN and a thousand others at least',
  ({ length, runs }) => {
    fc.assert(
      fc.property(pinOf(length), fc.uint8Array({ minLength: 16, maxLength: 16 }), (pin, salt) => {
        const fits = checkOf(makeVerifier(pin, salt))
        expect(fits(pin)).toBe(true)
        let fitting = 0
        for (let n = 0; n < 10 ** length && fitting < 1000; n += 1) {
          if (fits(String(n).padStart(length, '0'))) fitting += 1
        }
        expect(fitting).toBeGreaterThanOrEqual(1000)
      }),
      { numRuns: runs, endOnFailure: true },
    )
  },
)

test.each([4, 5, 6, 7, 8])(
  'of %i digits, twelve hundred fit on average, and one bit more would be too much',
  (length) => {
    const { bits } = makeVerifier('0'.repeat(length))
    expect(10 ** length / 2 ** bits).toBeGreaterThan(1200)
    expect(10 ** length / 2 ** (bits + 1)).toBeLessThan(1000)
  },
)

test('bits beyond the cut are zero, whatever the PIN', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 8 }).chain(pinOf), (pin) => {
      const { bits, digest } = makeVerifier(pin)
      const bytes = Buffer.from(digest, 'base64url')
      expect(bytes.length).toBe(Math.ceil(bits / 8))
      expect((bytes.at(-1) ?? 0) & (2 ** (bytes.length * 8 - bits) - 1)).toBe(0)
    }),
  )
})

test('each has a salt of its own; other lengths have none', () => {
  expect(makeVerifier('730528').salt).not.toBe(makeVerifier('730528').salt)
  expect(() => makeVerifier('730')).toThrow(RangeError)
  expect(() => makeVerifier('730528417')).toThrow(RangeError)
})
