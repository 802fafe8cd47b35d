import type { Id } from '@counterfoil/domain'
import type { Identity } from '../db/rows'

export interface SealedFor {
  readonly pin: string
  readonly op: Id
  readonly device: Id
  readonly staff: Id
}

/**
 * JWE compact, ECDH-ES + A256GCM: from here on only the server can read the PIN, and only for this
 * operation of this device and person.
 */
export async function sealPin(key: Identity['sealing_key'], content: SealedFor): Promise<string> {
  const { CompactEncrypt, importJWK } = await loadJose()
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: key.kid })
    .encrypt(await importJWK(key, 'ECDH-ES'))
}

/** Loaded after the first paint; kept by the service worker like everything else. */
export const loadJose = () => import('./jose')
