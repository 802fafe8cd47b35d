import { createHmac } from 'node:crypto'
import type { KioskScreen } from './kiosk-screen'

interface Verifier {
  readonly salt: string
  readonly bits: number
  readonly digest: string
}

const bitsOf = (bytes: Buffer, bits: number): string =>
  [...bytes]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .slice(0, bits)

/**
 * A PIN that the tablet itself can tell to be wrong. It holds a few bits of the right one only, so
 * one of some hundred wrong PINs fits as well and would be left to the server.
 */
export async function clearlyWrongPin(kiosk: KioskScreen, staffId: string): Promise<string> {
  const staff = (await kiosk.rows('staff')).find(({ id }) => id === staffId)
  if (staff === undefined) throw new Error('the tablet does not know this person')
  const { salt, bits, digest } = staff['verifier'] as Verifier
  const wanted = bitsOf(Buffer.from(digest, 'base64url'), bits)
  for (let pin = 941_637; ; pin += 1) {
    const mac = createHmac('sha256', Buffer.from(salt, 'base64url')).update(`${pin}`).digest()
    if (bitsOf(mac, bits) !== wanted) return `${pin}`
  }
}
