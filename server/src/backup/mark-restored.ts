import type { EpochMs } from '@counterfoil/domain'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'
import { lifeAt } from '../sync/life'

/**
 * Begins a new life of every merchant's data after a restore: replicas start anew, and pairings
 * made from now on take no number that was given and is forgotten.
 */
export async function markRestored(db: Kysely<Database>, now: EpochMs): Promise<void> {
  await sql`
    update merchant_head set feed_epoch = greatest(feed_epoch + 1, ${lifeAt(now)}::integer)
  `.execute(db)
}
