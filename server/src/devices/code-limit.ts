import { type EpochMs, MINUTE } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import { countTry } from '../auth/counted-tries'
import type { Database } from '../db/schema'

/**
 * Counts one typed code of an address.
 * @throws ProblemError `RATE_LIMITED` beyond ten in 15 minutes
 */
export function countTypedCode(db: Kysely<Database>, ip: string, now: EpochMs): Promise<void> {
  return countTry(
    db,
    { key: `pairing-code:${ip}`, most: 10, window: 15 * MINUTE },
    now,
    'Too many codes were typed from this address. Scan the QR, or try again later.',
  )
}
