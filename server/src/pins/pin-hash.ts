import type { Crypto } from '../crypto/crypto'

/** Under which purpose bcrypt hashes of PINs are sealed at rest. */
export const PIN_HASH_PURPOSE = 'pin-hash'

/** bcrypt cost of PINs. */
export const PIN_COST = 10

/** What `staff_pin.hash_sealed` holds: a copied database without the server's key yields no PIN. */
export function sealPinHash(crypto: Crypto, hash: string): Buffer {
  return crypto.seal(PIN_HASH_PURPOSE, Buffer.from(hash))
}

/** @throws Error when it was not sealed by this server's key */
export function openPinHash(crypto: Crypto, sealed: Uint8Array): string {
  return crypto.open(PIN_HASH_PURPOSE, sealed).toString()
}
