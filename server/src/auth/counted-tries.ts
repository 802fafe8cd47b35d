import { type EpochMs, formatInstant, HOUR, plus } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import { tryLater } from '../problem-error'

/** How long tries are kept. */
export const LONGEST_WINDOW = HOUR

export interface CountedTries {
  /** What is counted and of whom. */
  readonly key: string
  readonly most: number
  /** ms; at most {@link LONGEST_WINDOW}, after which tries are swept away. */
  readonly window: number
}

/**
 * Counts one try; the count is the database's, so that all nodes share it.
 * @throws ProblemError `RATE_LIMITED` beyond the most within the window
 */
export async function countTry(
  db: Kysely<Database>,
  { key, most, window }: CountedTries,
  now: EpochMs,
  detail: string,
): Promise<void> {
  const since = moment(plus(now, -window))
  await db.deleteFrom('sign_in_attempt').where('key', '=', key).where('at', '<=', since).execute()
  // Counted before the look: of many tries at once none slips through unseen.
  await db
    .insertInto('sign_in_attempt')
    .values({ key, at: formatInstant(now) })
    .execute()
  const tries = await db
    .selectFrom('sign_in_attempt')
    .select('at')
    .where('key', '=', key)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(most + 1)
    .execute()
  const oldest = tries[most]
  if (oldest === undefined) return
  throw tryLater('RATE_LIMITED', (oldest.at + window - now) / 1000, detail)
}
