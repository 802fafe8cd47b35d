import type { PinCheck } from '@counterfoil/domain'
import type { StaffRow } from '../db/rows'
import { fromBase64Url } from '../net/base64url'

/**
 * Compares a PIN with the few bits that this tablet holds of it: catches slips. A thousand other
 * PINs fit as well, so only the server's word counts.
 */
export async function checkPin(
  verifier: NonNullable<StaffRow['verifier']>,
  pin: string,
): Promise<PinCheck> {
  const key = await crypto.subtle.importKey(
    'raw',
    fromBase64Url(verifier.salt),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(pin))
  const fits = sameBits(new Uint8Array(mac), fromBase64Url(verifier.digest), verifier.bits)
  return { fits: fits ? [null] : [] }
}

function sameBits(a: Uint8Array, b: Uint8Array, bits: number): boolean {
  for (let bit = 0; bit < bits; bit += 1) {
    const shift = 7 - (bit % 8)
    const index = bit >> 3
    if ((((a[index] ?? 0) ^ (b[index] ?? 0)) >> shift) & 1) return false
  }
  return true
}
