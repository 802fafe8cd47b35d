import { expect, test } from 'vitest'
import { checkPin } from './check-pin'

// Made by the server's own code: salt of 16 bytes 0 … 15, HMAC-SHA-256 over the PIN, cut to 9 bits.
const SALT = 'AAECAwQFBgcICQoLDA0ODw'
const VECTORS = [
  { pin: '730528', salt: SALT, bits: 9, digest: '4wA', fits: true },
  { pin: '730529', salt: SALT, bits: 9, digest: '4wA', fits: false },
  { pin: '0042', salt: SALT, bits: 3, digest: 'YA', fits: true },
  { pin: '12345678', salt: SALT, bits: 16, digest: '5RE', fits: true },
  { pin: '12345679', salt: SALT, bits: 16, digest: '5RE', fits: false },
] as const

test.each(VECTORS)('$pin against $bits bits of $digest', async ({ pin, fits, ...verifier }) => {
  expect(await checkPin(verifier, pin)).toEqual({ fits: fits ? [null] : [] })
})

test('about one PIN of six digits in 512 fits as well: the check gives none away', async () => {
  const verifier = { salt: SALT, bits: 9, digest: '4wA' }
  const pins = Array.from({ length: 4000 }, (_, pin) => String(pin).padStart(6, '0'))
  const checks = await Promise.all(pins.map((pin) => checkPin(verifier, pin)))
  const fitting = checks.filter((check) => check !== 'unreadable' && check.fits.length > 0)
  expect(fitting.length).toBeGreaterThan(0)
  expect(fitting.length).toBeLessThan(30)
})
