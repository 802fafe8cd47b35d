import type { HashPool } from '../crypto/hash-pool'

/** bcrypt's least. */
const CHEAP = 4

/**
 * The same pool, taking no pains whatever cost it is asked for: how long a guess takes is looked at
 * by tests of its own, and would be most of what all others cost.
 */
export function hashCheaply(pool: HashPool): HashPool {
  return { ...pool, hash: (text) => pool.hash(text, CHEAP) }
}
