import { type EpochMs, formatInstant, HOUR, type Id } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import { countTry } from '../../auth/counted-tries'
import type { Database } from '../../db/schema'
import type { Deps } from '../../deps'
import { ProblemError } from '../../problem-error'

/** Confirmations of one caller in an hour; repeats are free. */
const MOST_PER_HOUR = 600

export interface KeyClaim {
  readonly merchant_id: Id
  readonly caller_id: Id
  readonly key: string
  readonly request_hash: string
}

/** The operation that a key stands for, from its first use on. */
export interface ClaimedOp {
  readonly op_id: Id
  readonly at: EpochMs
}

/**
 * The key's operation: made with its first use, on whichever node, and the same ever after. Of
 * requests that come at once the first to be written wins, and all others read what it wrote.
 * @throws ProblemError VALIDATION for another request under the same key, RATE_LIMITED
 */
export async function claimKey(
  { db, newId }: Pick<Deps, 'db' | 'newId'>,
  claim: KeyClaim,
  now: EpochMs,
): Promise<ClaimedOp> {
  const known = await findKey(db, claim)
  if (known !== undefined) return known
  const tries = { key: `check_in:${claim.caller_id}`, most: MOST_PER_HOUR, window: HOUR }
  await countTry(db, tries, now, `More than ${MOST_PER_HOUR} check-ins within an hour.`)
  await db
    .insertInto('check_in')
    .values({ ...claim, op_id: newId(), at: formatInstant(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const claimed = await findKey(db, claim)
  if (claimed === undefined) throw new Error('a key that was claimed is there')
  return claimed
}

async function findKey(
  db: Kysely<Database>,
  { merchant_id, caller_id, key, request_hash }: KeyClaim,
): Promise<ClaimedOp | undefined> {
  const found = await db
    .selectFrom('check_in')
    .select(['op_id', 'at', 'request_hash'])
    .where('merchant_id', '=', merchant_id)
    .where('caller_id', '=', caller_id)
    .where('key', '=', key)
    .executeTakeFirst()
  if (found === undefined || found.request_hash === request_hash) return found
  throw new ProblemError('VALIDATION', 'This Idempotency-Key was used for another check-in.')
}
