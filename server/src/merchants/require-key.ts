import type { Kysely } from 'kysely'
import type { Crypto } from '../crypto/crypto'
import type { Database } from '../db/schema'
import { acrossMerchants } from '../db/wall/merchant-scope'
import { SEALING_KEY_PURPOSE } from './sealing-key'

/**
 * Refuses to serve a database whose secrets are sealed with no key that this node knows: such a
 * node would turn every tablet away, and seal what the other nodes cannot open. An empty database
 * takes any key.
 * @throws Error for another key
 */
export async function requireKey(db: Kysely<Database>, crypto: Crypto): Promise<void> {
  const row = await acrossMerchants(db)
    .selectFrom('sealing_key')
    .select('private_sealed')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return
  try {
    crypto.open(SEALING_KEY_PURPOSE, row.private_sealed)
  } catch (cause) {
    throw new Error(
      'this database was made under another SECRET_KEY: all nodes need the same (an earlier one ' +
        'belongs into SECRET_KEY_PREVIOUS)',
      {
        cause,
      },
    )
  }
}
