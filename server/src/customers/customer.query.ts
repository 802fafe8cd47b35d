import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Customer } from '@counterfoil/protocol'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { holding } from '../db/escape-like'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'
import { nameKey } from '../db/name-key'

/** Where a page of customers ended: they are listed by name. */
export interface CustomerPosition {
  readonly name_key: string
  readonly id: Id
}

export interface CustomerPage {
  readonly search: string | undefined
  readonly after: CustomerPosition | undefined
  readonly limit: number
}

export interface ListedCustomer {
  readonly customer: Customer
  readonly position: CustomerPosition
}

export async function listCustomers(
  db: Kysely<Database>,
  merchantId: Id,
  { search, after, limit }: CustomerPage,
): Promise<ListedCustomer[]> {
  const rows = await select(db, merchantId)
    .select('customer.name_key')
    .$if(search !== undefined && search !== '', (query) => query.where(matching(search ?? '')))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(customer.name_key, customer.id) > (${after?.name_key}, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('customer.name_key')
    .orderBy('customer.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    customer: customerOf(row),
    position: { name_key: row.name_key, id: row.id },
  }))
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireCustomer(
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
): Promise<Customer> {
  const row = await select(db, merchantId).where('customer.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such customer.')
  return customerOf(row)
}

/** Fewer digits than these are in every number. */
const TELLING_DIGITS = 3

function matching(search: string): RawBuilder<boolean> {
  const words = nameKey(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  const digits = search.replaceAll(/\D/g, '')
  const name = words.map((word) => sql`customer.name_key like ${holding(word)}`)
  // Of marks without letters no word is left: that is nobody's name.
  const named = name.length === 0 ? sql`false` : sql.join(name, sql` and `)
  const email = sql`customer.email like ${holding(search.toLowerCase())}`
  const numbers =
    digits.length < TELLING_DIGITS
      ? sql`false`
      : sql`regexp_replace(customer.phone, '\\D', '', 'g') like ${holding(digits)}
          or exists (select from card where card.merchant_id = customer.merchant_id
            and card.customer_id = customer.id
            and replace(card.number, ' ', '') like ${holding(digits)})`
  return sql<boolean>`((${named}) or ${email} or ${numbers})`
}

function select(db: Kysely<Database>, merchantId: Id) {
  return db
    .selectFrom('customer')
    .select(['customer.id', 'customer.name', 'customer.email', 'customer.phone'])
    .select('customer.created_at')
    .select((eb) => [
      eb
        .selectFrom('card')
        .select(({ fn }) => fn.countAll<number>().as('cards'))
        .whereRef('card.merchant_id', '=', 'customer.merchant_id')
        .whereRef('card.customer_id', '=', 'customer.id')
        .as('cards'),
      eb
        .selectFrom('card')
        .select(({ fn }) => fn.max('card.last_stamp_at').as('last_visit_at'))
        .whereRef('card.merchant_id', '=', 'customer.merchant_id')
        .whereRef('card.customer_id', '=', 'customer.id')
        .as('last_visit_at'),
    ])
    .where('customer.merchant_id', '=', merchantId)
}

interface CustomerRow extends Pick<Customer, 'id' | 'name' | 'email' | 'phone'> {
  readonly cards: number | null
  readonly last_visit_at: EpochMs | null
  readonly created_at: EpochMs
}

function customerOf({ id, name, email, phone, ...row }: CustomerRow): Customer {
  return {
    id,
    name,
    email,
    phone,
    cards: row.cards ?? 0,
    last_visit_at: row.last_visit_at === null ? null : formatInstant(row.last_visit_at),
    created_at: formatInstant(row.created_at),
  }
}
