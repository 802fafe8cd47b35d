import { formatInstant } from '@counterfoil/domain'
import type { Store } from '@counterfoil/protocol'
import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../db/schema'
import type { StoreTable } from '../db/schema/store'
import { ProblemError } from '../problem-error'

/** By code, which is unique within the merchant. */
export async function listStores(
  db: Kysely<Database>,
  merchantId: string,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<Store[]> {
  const { after, limit } = page
  const rows = await db
    .selectFrom('store')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .$if(after !== undefined, (query) => query.where('code', '>', after ?? ''))
    .orderBy('code')
    .limit(limit)
    .execute()
  return rows.map(storeOf)
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireStore(
  db: Kysely<Database>,
  merchantId: string,
  id: string,
): Promise<Store> {
  const row = await db
    .selectFrom('store')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such store.')
  return storeOf(row)
}

/** For what begins anew in a store. @throws ProblemError `NOT_FOUND`; `VALIDATION` when closed */
export async function requireOpenStore(
  db: Kysely<Database>,
  merchantId: string,
  id: string,
): Promise<Pick<Store, 'id' | 'code' | 'name' | 'time_zone'>> {
  const { code, name, time_zone, active } = await requireStore(db, merchantId, id)
  if (!active) {
    throw new ProblemError('VALIDATION', 'This store is closed.', {
      errors: [
        { pointer: '/store_id', message: 'must be a store that is open', code: 'NOT_AVAILABLE' },
      ],
    })
  }
  return { id, code, name, time_zone }
}

function storeOf(row: Selectable<StoreTable>): Store {
  const { id, code, name, time_zone, address, active, created_at } = row
  return { id, code, name, time_zone, address, active, created_at: formatInstant(created_at) }
}
