import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { BodyOf, ENDPOINTS, Store } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { loadDeviceChanges } from '../devices/device-change'
import { ProblemError } from '../problem-error'
import { type ChangeBy, change } from './change'
import { requireStore } from './store.query'

export interface NewStore {
  readonly id: Id
  readonly code: string
  readonly name: string
  readonly time_zone: string
  readonly address?: string | null | undefined
}

/** Part of a change that holds the lane. @throws ProblemError `CONFLICT` for a code in use */
export async function insertStore(
  trx: Transaction<Database>,
  merchantId: Id,
  store: NewStore,
  now: EpochMs,
): Promise<void> {
  const { id, code, name, time_zone, address = null } = store
  const row = { merchant_id: merchantId, id, code, name, time_zone, address }
  const inserted = await trx
    .insertInto('store')
    .values({ ...row, created_at: formatInstant(now) })
    .onConflict((conflict) => conflict.columns(['merchant_id', 'code']).doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n) return
  throw new ProblemError('CONFLICT', `There is a store ${code} already.`, {
    errors: [{ pointer: '/code', message: 'is in use', code: 'IN_USE' }],
  })
}

export function createStore(by: ChangeBy, body: Omit<NewStore, 'id'>): Promise<Store> {
  const { merchant_id } = by.caller
  const id = by.deps.newId()
  return change(by, 'store.create', ['stores'], async (trx) => {
    await insertStore(trx, merchant_id, { ...body, id }, by.now)
    const answer = await requireStore(trx, merchant_id, id)
    const { code, name } = answer
    return { answer, subject_id: id, detail: { code, name }, feed: [] }
  })
}

export type StorePatch = BodyOf<typeof ENDPOINTS.updateStore>

/** The tablets of the store learn its new name and zone with their own rows. */
export function updateStore(by: ChangeBy, id: Id, patch: StorePatch): Promise<Store> {
  const { merchant_id } = by.caller
  return change(by, 'store.update', ['stores'], async (trx) => {
    const before = await requireStore(trx, merchant_id, id)
    const { name = before.name, time_zone = before.time_zone } = patch
    const { address = before.address, active = before.active } = patch
    const after = { name, time_zone, address, active }
    await trx
      .updateTable('store')
      .set(after)
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    return {
      answer: { ...before, ...after },
      subject_id: id,
      detail: { code: before.code, ...after },
      feed: await loadDeviceChanges(trx, merchant_id, { store_id: id }),
    }
  })
}
