import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Customer } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { requireCustomer } from './customer.query'
import { nameKey } from '../db/name-key'

export interface NewCustomer {
  readonly name: string
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
}

/**
 * The audit says who touched which customer, never what was written: what is erased here must not
 * live on there.
 */
const NOTHING_TOLD = {}

export function createCustomer(by: ChangeBy, body: NewCustomer): Promise<Customer> {
  const { deps, caller, now } = by
  const id = deps.newId()
  return change(by, 'customer.create', ['customers'], async (trx) => {
    await insertCustomer(trx, caller.merchant_id, { ...body, id }, now)
    const answer = await requireCustomer(trx, caller.merchant_id, id)
    return { answer, subject_id: id, detail: NOTHING_TOLD, feed: [] }
  })
}

/** Part of a change. */
export async function insertCustomer(
  trx: Transaction<Database>,
  merchantId: Id,
  { id, name, email = null, phone = null }: NewCustomer & { readonly id: Id },
  now: EpochMs,
): Promise<void> {
  await trx
    .insertInto('customer')
    .values({
      merchant_id: merchantId,
      id,
      name,
      name_key: nameKey(name),
      email,
      phone,
      created_at: formatInstant(now),
    })
    .execute()
}

export interface CustomerPatch extends Omit<NewCustomer, 'name'> {
  readonly name?: string | undefined
}

export function updateCustomer(by: ChangeBy, id: Id, patch: CustomerPatch): Promise<Customer> {
  const { merchant_id } = by.caller
  return change(by, 'customer.update', ['customers', 'cards'], async (trx) => {
    const before = await requireCustomer(trx, merchant_id, id)
    const { name = before.name, email = before.email, phone = before.phone } = patch
    await trx
      .updateTable('customer')
      .set({ name, name_key: nameKey(name), email, phone })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    const answer = { ...before, name, email, phone }
    return { answer, subject_id: id, detail: NOTHING_TOLD, feed: [] }
  })
}

/** Erased, not hidden. The cards go on as nobody's: what they hold is in the ledger. */
export function deleteCustomer(by: ChangeBy, id: Id): Promise<void> {
  const { merchant_id } = by.caller
  return change(by, 'customer.delete', ['customers', 'cards'], async (trx) => {
    const { cards } = await requireCustomer(trx, merchant_id, id)
    await trx
      .updateTable('card')
      .set({ customer_id: null })
      .where('merchant_id', '=', merchant_id)
      .where('customer_id', '=', id)
      .execute()
    await trx
      .deleteFrom('customer')
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    return { answer: undefined, subject_id: id, detail: { cards }, feed: [] }
  })
}
