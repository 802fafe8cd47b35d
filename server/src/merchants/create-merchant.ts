import {
  DEFAULT_SETTINGS,
  type EpochMs,
  formatInstant,
  GENESIS_HASH,
  type Id,
} from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { publish } from '../sync/feed'
import { insertBookingPage } from './booking-page'
import { generateSealingKey, insertSealingKey } from './sealing-key'
import { settingsChange, settingsOf } from './settings'

export interface NewMerchant {
  readonly merchant_id: Id
  readonly name: string
  /** ISO 4217. */
  readonly currency: string
}

/**
 * A merchant with all that it needs from its first moment: its lane with an empty ledger, a key to
 * seal PINs to, an address for its programme, its settings on the feed. Stores and members are the caller's to add.
 */
export async function createMerchant(
  trx: Transaction<Database>,
  deps: Pick<Deps, 'crypto'>,
  { merchant_id, name, currency }: NewMerchant,
  now: EpochMs,
): Promise<void> {
  const settings = DEFAULT_SETTINGS
  const created_at = formatInstant(now)
  await trx
    .insertInto('merchant')
    .values({ merchant_id, name, currency, settings: JSON.stringify(settings), created_at })
    .execute()
  await trx.insertInto('merchant_head').values({ merchant_id, ledger_hash: GENESIS_HASH }).execute()
  await insertBookingPage(trx, merchant_id, name)
  await insertSealingKey(trx, merchant_id, await generateSealingKey(deps.crypto), now)
  const facts = settingsOf({ merchant_id, name, currency, settings })
  await publish(trx, merchant_id, [settingsChange(facts)])
}
