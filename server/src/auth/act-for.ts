import { isId } from '@counterfoil/domain'
import { STORE_HEADER } from '@counterfoil/protocol'
import type { Context } from 'hono'
import { acrossMerchants, forMerchant } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import type { MerchantCaller, StoreUserCaller, UserCaller } from '../http/caller'
import type { AppEnv } from '../http/env'
import { ProblemError } from '../problem-error'
import { listMemberships, type Membership } from './accounts.query'

/** Which of a user's merchants is meant; without it, the first by name. */
export const MERCHANT_HEADER = 'Counterfoil-Merchant'

/** @throws ProblemError FORBIDDEN without a merchant, NOT_FOUND for one that is not the user's */
export async function actForMerchant(
  deps: Deps,
  c: Context<AppEnv>,
  user: UserCaller,
): Promise<MerchantCaller> {
  const [membership] = await membershipsMeant(deps, c, user)
  if (membership === undefined) throw new ProblemError('FORBIDDEN', 'You belong to no merchant.')
  return { ...user, merchant_id: membership.merchant_id, role: membership.role }
}

/** @throws ProblemError NOT_FOUND for a store that is not the user's, VALIDATION when none is named */
export async function actForStore(
  deps: Deps,
  c: Context<AppEnv>,
  user: UserCaller,
): Promise<StoreUserCaller> {
  const code = c.req.header(STORE_HEADER)?.trim()
  if (code === undefined || code === '') {
    throw new ProblemError('VALIDATION', `Name the store in the header ${STORE_HEADER}.`)
  }
  for (const { merchant_id, role } of await membershipsMeant(deps, c, user)) {
    const store = await forMerchant(deps.db, merchant_id)
      .selectFrom('store')
      .select(['id', 'code', 'time_zone'])
      .where('merchant_id', '=', merchant_id)
      .where('code', '=', code)
      .where('active', '=', true)
      .executeTakeFirst()
    if (store !== undefined) return { ...user, merchant_id, role, store }
  }
  throw new ProblemError('NOT_FOUND', 'There is no such store.')
}

/** A platform admin with an owner's rights. @throws ProblemError NOT_FOUND */
export async function actOnBehalf(
  deps: Deps,
  c: Context<AppEnv>,
  admin: UserCaller,
): Promise<MerchantCaller> {
  const merchantId = c.req.param('merchant_id') ?? ''
  const merchant = isId(merchantId)
    ? await forMerchant(deps.db, merchantId)
        .selectFrom('merchant')
        .select('merchant_id')
        .where('merchant_id', '=', merchantId)
        .executeTakeFirst()
    : undefined
  if (merchant === undefined) throw new ProblemError('NOT_FOUND')
  return { ...admin, merchant_id: merchant.merchant_id, role: 'owner' }
}

async function membershipsMeant(
  deps: Deps,
  c: Context<AppEnv>,
  user: UserCaller,
): Promise<Membership[]> {
  const memberships = await listMemberships(acrossMerchants(deps.db), user.account_id)
  const named = c.req.header(MERCHANT_HEADER)
  if (named === undefined) return memberships
  const meant = memberships.filter(({ merchant_id }) => merchant_id === named)
  if (meant.length === 0) throw new ProblemError('NOT_FOUND', 'There is no such merchant.')
  return meant
}
