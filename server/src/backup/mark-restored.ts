import { type EpochMs, epochMs } from '@counterfoil/domain'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'

const YEAR_2020 = Date.UTC(2020, 0, 1)

/**
 * Begins a new life of every merchant's data after a restore, named by the second it begins in: no
 * two restores share one. Replicas of the former life start anew, and pairings made from now on
 * are numbered from there, so that none takes a number that was given and forgotten.
 */
export async function markRestored(db: Kysely<Database>, now: EpochMs): Promise<void> {
  const life = lifeAt(now)
  await sql`
    update merchant_head set feed_epoch = greatest(feed_epoch + 1, ${life}::integer)`.execute(db)
}

/** Seconds since 2020; fits an `integer` until 2088. */
export function lifeAt(now: EpochMs): number {
  return Math.floor((epochMs(now) - YEAR_2020) / 1000)
}
