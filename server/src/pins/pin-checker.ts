import type { EpochMs } from '@counterfoil/domain'

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
   * @returns the stored PINs that the typed one equals. A right answer may come from memory for a
   *   short while; a wrong PIN always costs the full comparison with every stored one.
   */
  check(
    merchantId: string,
    staffId: string,
    pin: string,
    stored: readonly StoredPin[],
  ): Promise<readonly StoredPin[]>
}
