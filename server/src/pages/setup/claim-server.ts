import { formatInstant, type Id } from '@counterfoil/domain'
import { sql } from 'kysely'
import { insertAccount, insertMembership } from '../../auth/accounts.repository'
import { hashPassword } from '../../auth/passwords'
import { forMerchant } from '../../db/wall/merchant-scope'
import type { Deps } from '../../deps'
import { recordAudit } from '../../ledger/audit'
import { createMerchant } from '../../merchants/create-merchant'
import { insertStore } from '../../merchants/store.repository'
import type { Setup } from './setup-form'
import { isUnclaimed } from './setup-link'

/**
 * Makes the first account (platform admin and owner), the first merchant and store.
 * @returns the account's id, or `undefined` when somebody else was first
 */
export async function claimServer(deps: Deps, setup: Setup, ip: string): Promise<Id | undefined> {
  const password_hash = await hashPassword(deps.hashing, setup.password)
  const now = deps.now()
  const account_id = deps.newId()
  const merchant_id = deps.newId()
  const db = forMerchant(deps.db, merchant_id)
  return db.transaction().execute(async (trx) => {
    // One after the other, on all nodes: the second finds an account and stops.
    await sql`select pg_advisory_xact_lock(hashtextextended('first account', 0))`.execute(trx)
    if (!(await isUnclaimed(trx))) return undefined
    const { name, email } = setup
    await insertAccount(trx, { account_id, email, name, password_hash, platform_admin: true, now })
    const merchant = { merchant_id, name: setup.merchant, currency: setup.currency }
    await createMerchant(trx, deps, merchant, now)
    await insertMembership(trx, merchant_id, account_id, 'owner')
    const { store_code: code, store, time_zone } = setup
    await insertStore(trx, merchant_id, { id: deps.newId(), code, name: store, time_zone }, now)
    const record = { account_id, action: 'server.setup', ip } as const
    await trx
      .insertInto('platform_audit')
      .values({ ...record, id: deps.newId(), at: formatInstant(now), detail: '{}' })
      .execute()
    await recordAudit(trx, {
      ...record,
      id: deps.newId(),
      merchant_id,
      at: now,
      subject_id: merchant_id,
      detail: {},
    })
    return account_id
  })
}
