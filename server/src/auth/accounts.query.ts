import type { Role } from '@counterfoil/protocol'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'

export interface Account {
  readonly account_id: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly platform_admin: boolean
}

const ACCOUNT = ['account_id', 'email', 'name', 'language', 'platform_admin'] as const

/** An account that may sign in, or `undefined`. */
export async function findAccount(
  db: Kysely<Database>,
  accountId: string,
): Promise<Account | undefined> {
  return db
    .selectFrom('account')
    .select(ACCOUNT)
    .where('account_id', '=', accountId)
    .where('active', '=', true)
    .executeTakeFirst()
}

/** @param email in lower case */
export async function findAccountByEmail(
  db: Kysely<Database>,
  email: string,
): Promise<(Account & { readonly password_hash: string }) | undefined> {
  return db
    .selectFrom('account')
    .select([...ACCOUNT, 'password_hash'])
    .where('email', '=', email)
    .where('active', '=', true)
    .executeTakeFirst()
}

export interface Membership {
  readonly merchant_id: string
  readonly merchant_name: string
  readonly role: Role
}

/** The merchants a user belongs to, by name. @param db across merchants */
export async function listMemberships(
  db: Kysely<Database>,
  accountId: string,
): Promise<Membership[]> {
  return db
    .selectFrom('membership')
    .innerJoin('merchant', 'merchant.merchant_id', 'membership.merchant_id')
    .select(['membership.merchant_id', 'merchant.name as merchant_name', 'membership.role'])
    .where('membership.account_id', '=', accountId)
    .orderBy('merchant.name')
    .orderBy('membership.merchant_id')
    .execute()
}
