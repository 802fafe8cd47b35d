import type { Id } from '@counterfoil/domain'
import { acrossMerchants } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'

/** Whose ticket a token's hash is; `undefined` where it is none, or was replaced by another. */
export async function ownerOfTicket(
  { db }: Pick<Deps, 'db'>,
  tokenHash: string,
): Promise<Id | undefined> {
  const row = await acrossMerchants(db)
    .selectFrom('ticket')
    .select('merchant_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row?.merchant_id
}
