import { createHmac, timingSafeEqual } from 'node:crypto'
import { type DurationMs, durationMs, type EpochMs, MINUTE } from '@counterfoil/domain'

/** How long a proof made with a nonce is fresh. */
export const NONCE_LIFE: DurationMs = durationMs(5 * MINUTE)
/** Clocks of two nodes may differ by this much. */
const SKEW = durationMs(MINUTE)

const STAMP_BYTES = 6
const MAC_BYTES = 16

/**
 * A nonce for DPoP proofs: the time, and a MAC over it. Nothing is kept, so that every node that
 * shares the secret takes the nonces of all others.
 */
export function makeNonce(key: Uint8Array, now: EpochMs): string {
  const stamp = Buffer.alloc(STAMP_BYTES)
  stamp.writeUIntBE(now, 0, STAMP_BYTES)
  return Buffer.concat([stamp, macOf(key, stamp)]).toString('base64url')
}

/** Whether we made this nonce, no longer ago than {@link NONCE_LIFE}. */
export function isFreshNonce(key: Uint8Array, nonce: string, now: EpochMs): boolean {
  const bytes = Buffer.from(nonce, 'base64url')
  if (bytes.length !== STAMP_BYTES + MAC_BYTES) return false
  const stamp = bytes.subarray(0, STAMP_BYTES)
  if (!timingSafeEqual(bytes.subarray(STAMP_BYTES), macOf(key, stamp))) return false
  const age = now - stamp.readUIntBE(0, STAMP_BYTES)
  return age + SKEW >= 0 && age <= NONCE_LIFE
}

function macOf(key: Uint8Array, stamp: Buffer): Buffer {
  return createHmac('sha256', key).update(stamp).digest().subarray(0, MAC_BYTES)
}
