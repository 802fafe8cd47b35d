import type { EpochMs, Id } from '@counterfoil/domain'
import type { Crypto } from '../crypto/crypto'
import type { HashPool } from '../crypto/hash-pool'
import { openPinHash } from './pin-hash'
import { createPinMemo } from './pin-memo'

/** One PIN a person has or had, its hash as it lies in the database. */
export interface StoredPin {
  readonly version: number
  /** `null`: the present PIN. */
  readonly replaced_at: EpochMs | null
  /** bcrypt, encrypted at rest. */
  readonly hash_sealed: Buffer
}

/** Compares a typed PIN with a person's present and former ones, off the event loop. */
export interface PinChecker {
  /**
   * @param stored the present PIN first
   * @returns the stored PINs that the typed one equals; the present one alone where that fits. A
   *   right answer may come from memory for a short while; a wrong PIN always costs the comparison
   *   with every stored one.
   * @throws ProblemError UNAVAILABLE when too many comparisons wait already
   */
  check(
    merchantId: Id,
    staffId: Id,
    pin: string,
    stored: readonly StoredPin[],
  ): Promise<readonly StoredPin[]>
}

export interface PinCheckerOptions {
  readonly crypto: Crypto
  readonly hashing: Pick<HashPool, 'compare'>
  readonly now: () => EpochMs
}

/** Anything else was never set as a PIN, so there is nothing to compare. */
const POSSIBLE = /^[0-9]{4,8}$/

export function createPinChecker({ crypto, hashing, now }: PinCheckerOptions): PinChecker {
  const memo = createPinMemo(now)
  return {
    check: async (merchantId, staffId, pin, stored) => {
      if (!POSSIBLE.test(pin)) return []
      const found: StoredPin[] = []
      for (const one of stored) {
        const sealed = one.hash_sealed.toString('base64')
        const parts = [merchantId, staffId, String(one.version), sealed, pin]
        const known = memo.has(parts)
        if (!known && !(await hashing.compare(pin, openPinHash(crypto, one.hash_sealed)))) continue
        if (!known) memo.add(parts)
        found.push(one)
        if (one.replaced_at === null) break
      }
      return found
    },
  }
}
