import type { EpochMs } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'

/** Tablets whose tokens may have been signed under an earlier secret. */
export interface OlderTokens {
  readonly tablets: number
  /** When the last of those tokens ends by itself. */
  readonly until: EpochMs | null
}

/** @param db across merchants */
export async function olderTokens(db: Kysely<Database>): Promise<OlderTokens> {
  const { tablets, until } = await db
    .selectFrom('device')
    .select(({ fn }) => [
      fn.countAll<number>().as('tablets'),
      fn.max('token_expires_at').as('until'),
    ])
    .where('revoked_at', 'is', null)
    .where('claimed_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return { tablets, until }
}
