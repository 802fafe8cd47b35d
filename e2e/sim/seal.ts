import { createHash, createHmac } from 'node:crypto'
import type { Identity, StaffRow } from '@counterfoil/sync'
import { CompactEncrypt, importJWK } from 'jose'

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** What a tablet seals: JWE compact, to the merchant's key, for this one operation. */
export async function sealPin(
  key: Identity['sealing_key'],
  content: Readonly<Record<'pin' | 'op' | 'device' | 'staff', string>>,
): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: key.kid })
    .encrypt(await importJWK(key, 'ECDH-ES'))
}

/** Whether a PIN fits the few bits that tablets hold of the right one. */
export function fitsVerifier(verifier: NonNullable<StaffRow['verifier']>, pin: string): boolean {
  const mac = createHmac('sha256', Buffer.from(verifier.salt, 'base64url')).update(pin).digest()
  const digest = Buffer.from(verifier.digest, 'base64url')
  for (let bit = 0; bit < verifier.bits; bit += 1) {
    const differ = ((mac[bit >> 3] ?? 0) ^ (digest[bit >> 3] ?? 0)) >> (7 - (bit % 8))
    if ((differ & 1) === 1) return false
  }
  return true
}
