import { type User, userSchema } from '@counterfoil/protocol'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import { acrossMerchants } from '../db/wall/merchant-scope'
import { ProblemError } from '../problem-error'
import { findAccount, listMemberships } from './accounts.query'

const languageSchema = userSchema.shape.language.catch('en')

/** A user as the console sees it. @throws ProblemError SIGN_IN_REQUIRED when it is gone meanwhile */
export async function describeUser(db: Kysely<Database>, accountId: string): Promise<User> {
  const account = await findAccount(db, accountId)
  if (account === undefined) throw new ProblemError('SIGN_IN_REQUIRED')
  const { account_id, language, ...rest } = account
  return {
    id: account_id,
    ...rest,
    language: languageSchema.parse(language),
    memberships: await listMemberships(acrossMerchants(db), accountId),
  }
}
