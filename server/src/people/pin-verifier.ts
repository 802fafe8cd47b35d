import { createHmac, randomBytes } from 'node:crypto'
import type { ChangeData } from '@counterfoil/protocol'

export type Verifier = NonNullable<ChangeData['staff']['verifier']>

/**
 * How many bits of its check a tablet may hold, by the length of the PIN: so few that on average
 * 1,220 PINs or more of that length fit, with room for chance above the 1,000 promised.
 */
const BITS: Readonly<Record<number, number>> = { 4: 3, 5: 6, 6: 9, 7: 13, 8: 16 }

/**
 * The truncated check of a PIN that tablets hold: catches slips, decides nothing.
 *
 * `salt` is the base64url of 16 random bytes, new for every PIN that is set; `digest` the base64url
 * of the first `bits` bits of HMAC-SHA-256(salt bytes, PIN), filled up with zero bits to whole bytes.
 * @throws RangeError for a PIN of other than 4 to 8 digits
 */
export function makeVerifier(pin: string, salt: Uint8Array = randomBytes(16)): Verifier {
  const bits = BITS[pin.length]
  if (bits === undefined) throw new RangeError('a PIN has 4 to 8 digits')
  const digest = firstBits(createHmac('sha256', salt).update(pin).digest(), bits)
  return {
    salt: Buffer.from(salt).toString('base64url'),
    bits,
    digest: digest.toString('base64url'),
  }
}

function firstBits(bytes: Buffer, bits: number): Buffer {
  const cut = Buffer.from(bytes.subarray(0, Math.ceil(bits / 8)))
  const last = cut.length - 1
  const spare = cut.length * 8 - bits
  cut.writeUInt8((cut.readUInt8(last) >> spare) << spare, last)
  return cut
}
