import { type EpochMs, formatInstant, MINUTE, plus } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import { tryLater } from '../problem-error'

const TRIES = 10
const WINDOW = 15 * MINUTE

/**
 * Counts one typed code of an address; the count is the database's, so that all nodes share it.
 * @throws ProblemError `RATE_LIMITED` beyond ten in 15 minutes
 */
export async function countTypedCode(
  db: Kysely<Database>,
  ip: string,
  now: EpochMs,
): Promise<void> {
  const key = `pairing-code:${ip}`
  const since = moment(plus(now, -1 * WINDOW))
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
    .limit(TRIES + 1)
    .execute()
  const oldest = tries[TRIES]
  if (oldest === undefined) return
  throw tryLater(
    'RATE_LIMITED',
    (oldest.at + WINDOW - now) / 1000,
    'Too many codes were typed from this address. Scan the QR, or try again later.',
  )
}
