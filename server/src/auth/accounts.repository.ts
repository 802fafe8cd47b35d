import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Role } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'

export interface NewAccount {
  readonly account_id: Id
  /** Lower case. */
  readonly email: string
  readonly name: string
  /** Of `hashPassword`. */
  readonly password_hash: string
  readonly platform_admin?: boolean
  readonly now: EpochMs
}

/** @throws a unique violation (23505) when the e-mail is taken */
export async function insertAccount(
  trx: Transaction<Database>,
  { now, platform_admin = false, ...account }: NewAccount,
): Promise<void> {
  await trx
    .insertInto('account')
    .values({ ...account, platform_admin, created_at: formatInstant(now) })
    .execute()
}

export async function insertMembership(
  trx: Transaction<Database>,
  merchantId: Id,
  accountId: Id,
  role: Role,
): Promise<void> {
  await trx
    .insertInto('membership')
    .values({ merchant_id: merchantId, account_id: accountId, role })
    .execute()
}
