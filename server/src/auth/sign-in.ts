import type { EpochMs } from '@counterfoil/domain'
import { acrossMerchants } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import { ProblemError } from '../problem-error'
import { type Account, findAccountByEmail } from './accounts.query'
import { verifyPassword } from './passwords'
import { recordSignIn } from './sign-in-audit'
import { checkSignInLimit, settleSignIn, signInKeys } from './sign-in-limit'

export interface SignIn {
  readonly email: string
  readonly password: string
  readonly ip: string
  readonly now: EpochMs
  readonly method: 'cookie' | 'token'
}

/**
 * Checks e-mail and password, counts and records the outcome.
 * @throws ProblemError CREDENTIALS_INVALID, in the same words and after the same work whether the
 *   account exists, is inactive or the password is wrong; RATE_LIMITED
 */
export async function signIn(deps: Deps, attempt: SignIn): Promise<Account> {
  const keys = signInKeys(deps.crypto, attempt.email, attempt.ip)
  await checkSignInLimit(deps.db, keys, attempt.now)
  const found = await findAccountByEmail(deps.db, attempt.email)
  const right = await verifyPassword(deps.hashing, attempt.password, found?.password_hash)
  // Into the record of every merchant that the account belongs to.
  const db = acrossMerchants(deps.db)
  await db.transaction().execute(async (trx) => {
    await settleSignIn(trx, keys, attempt.now, right)
    const outcome = right ? 'session.start' : 'session.refused'
    await recordSignIn(trx, deps.newId, found?.account_id, outcome, attempt)
  })
  if (found === undefined || !right) throw new ProblemError('CREDENTIALS_INVALID')
  return found
}
