import { createHmac } from 'node:crypto'
import { type EpochMs, formatInstant, MINUTE, plus, SECOND } from '@counterfoil/domain'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Crypto } from '../crypto/crypto'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import { networkOf } from '../http/client-address'
import { tryLater } from '../problem-error'

/** Wrong sign-ins that one account, and one address, may make within the window; on all nodes. */
export const WRONG_SIGN_INS = 10
export const SIGN_IN_WINDOW = 15 * MINUTE

export interface SignInKeys {
  readonly account: string
  readonly address: string
}

/** What the counts are kept under; the same for accounts that exist and those that do not. */
export function signInKeys(crypto: Crypto, email: string, ip: string): SignInKeys {
  const mac = createHmac('sha256', crypto.macKey('sign-in')).update(email).digest('base64url')
  return { account: `account:${mac}`, address: `address:${networkOf(ip)}` }
}

/** @throws ProblemError RATE_LIMITED when either has used up its tries */
export async function checkSignInLimit(
  db: Kysely<Database>,
  keys: SignInKeys,
  now: EpochMs,
): Promise<void> {
  const { rows } = await sql<{ oldest: EpochMs }>`
    select min(at) as oldest from sign_in_attempt
     where key in (${keys.account}, ${keys.address})
       and at > ${moment(plus(now, -SIGN_IN_WINDOW))}
     group by key having count(*) >= ${WRONG_SIGN_INS}
  `.execute(db)
  if (rows.length === 0) return
  const free = Math.max(...rows.map(({ oldest }) => oldest)) + SIGN_IN_WINDOW
  throw tryLater('RATE_LIMITED', (free - now) / SECOND, 'Too many wrong sign-ins.')
}

/**
 * Counts the outcome of a password check. Outcomes of one account or address are settled one after
 * the other: tries that ran at the same time learn no more than the limit allows, not even that
 * the last one was right.
 * @throws ProblemError RATE_LIMITED when others used up the tries meanwhile
 */
export async function settleSignIn(
  trx: Transaction<Database>,
  keys: SignInKeys,
  now: EpochMs,
  right: boolean,
): Promise<void> {
  for (const key of [keys.account, keys.address]) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx)
  }
  await checkSignInLimit(trx, keys, now)
  if (right) {
    await trx.deleteFrom('sign_in_attempt').where('key', '=', keys.account).execute()
    return
  }
  const at = formatInstant(now)
  await trx
    .insertInto('sign_in_attempt')
    .values([
      { key: keys.account, at },
      { key: keys.address, at },
    ])
    .execute()
}
