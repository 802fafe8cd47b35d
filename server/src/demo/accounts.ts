import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { ADMIN, type DemoMerchant } from './cast'

interface Opening {
  readonly trx: Transaction<Database>
  readonly newId: () => Id
  readonly password_hash: string
  readonly at: EpochMs
}

export async function openAdmin(opening: Opening): Promise<void> {
  await openAccount(opening, ADMIN, true)
}

export async function openAccounts(
  opening: Opening,
  merchantId: Id,
  { accounts }: DemoMerchant,
): Promise<void> {
  for (const { role, ...person } of accounts) {
    const account_id = await openAccount(opening, person, false)
    await opening.trx
      .insertInto('membership')
      .values({ merchant_id: merchantId, account_id, role })
      .execute()
  }
}

async function openAccount(
  { trx, newId, password_hash, at }: Opening,
  { email, name }: { readonly email: string; readonly name: string },
  platform_admin: boolean,
): Promise<Id> {
  const account_id = newId()
  const created_at = formatInstant(at)
  await trx
    .insertInto('account')
    .values({ account_id, email, name, platform_admin, password_hash, created_at })
    .execute()
  return account_id
}
