import type { VerifySignature } from '@counterfoil/sync'
import { fromBase64Url } from '../../net/base64url'

/**
 * Ed25519 by the browser where it has it (Chromium from 137), else by a library that is loaded then.
 * A key that cannot be read has signed nothing.
 */
export const verifySignature: VerifySignature = async (key, { signed, signature }) => {
  const message = new TextEncoder().encode(signed)
  try {
    const imported = await crypto.subtle.importKey('jwk', key, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', imported, signature, message)
  } catch {
    return verifyByLibrary(fromBase64Url(key.x), message, signature)
  }
}

/** The same without the browser's help: a few milliseconds instead of a fraction of one. */
export async function verifyByLibrary(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const { ed25519 } = await import('@noble/curves/ed25519.js')
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}
