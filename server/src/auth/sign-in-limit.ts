import { createHmac } from 'node:crypto'
import { type EpochMs, formatInstant, MINUTE, plus, SECOND } from '@counterfoil/domain'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Crypto } from '../crypto/crypto'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import { networkOf } from '../http/client-address'
import { tryLater } from '../problem-error'

/**
 * Wrong sign-ins within the window, on all nodes together. Ten for one account from one address:
 * a stranger elsewhere cannot lock the owner out, nor one colleague a whole shop. The wider counts
 * stop guessing from many addresses, and of many accounts.
 */
export const WRONG_SIGN_INS = { pair: 10, account: 100, address: 100 } as const
export const SIGN_IN_WINDOW = 15 * MINUTE

/** What the counts are kept under. */
export type SignInKeys = Readonly<Record<keyof typeof WRONG_SIGN_INS, string>>

/** The same for accounts that exist and those that do not; holds no e-mail. */
export function signInKeys(crypto: Crypto, email: string, ip: string): SignInKeys {
  const mac = createHmac('sha256', crypto.macKey('sign-in')).update(email).digest('base64url')
  const network = networkOf(ip)
  return {
    pair: `pair:${mac}:${network}`,
    account: `account:${mac}`,
    address: `address:${network}`,
  }
}

/** @throws ProblemError RATE_LIMITED when one of the counts is used up */
export async function checkSignInLimit(
  db: Kysely<Database>,
  keys: SignInKeys,
  now: EpochMs,
): Promise<void> {
  const { pair, account, address } = keys
  const { rows } = await sql<{ oldest: EpochMs }>`
    select min(at) as oldest from sign_in_attempt
     where key in (${pair}, ${account}, ${address})
       and at > ${moment(plus(now, -SIGN_IN_WINDOW))}
     group by key
    having count(*) >= case key when ${pair} then ${WRONG_SIGN_INS.pair}::int
                                when ${account} then ${WRONG_SIGN_INS.account}::int
                                else ${WRONG_SIGN_INS.address}::int end
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
  for (const key of [keys.account, keys.address, keys.pair]) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx)
  }
  await checkSignInLimit(trx, keys, now)
  if (right) {
    const forgiven = [keys.account, keys.pair]
    await trx.deleteFrom('sign_in_attempt').where('key', 'in', forgiven).execute()
    return
  }
  const at = formatInstant(now)
  await trx
    .insertInto('sign_in_attempt')
    .values(Object.values(keys).map((key) => ({ key, at })))
    .execute()
}
