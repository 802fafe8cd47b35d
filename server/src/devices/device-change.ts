import type { Job } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'
import type { FeedChange } from '../sync/feed'

/** What a tablet is told of itself: its label, its jobs, its store. */
export interface DeviceFacts {
  readonly id: string
  readonly label: string
  readonly jobs: readonly Job[]
  readonly store: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly time_zone: string
  }
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireDevice(
  db: Kysely<Database>,
  merchantId: string,
  id: string,
): Promise<DeviceFacts> {
  const row = await select(db, merchantId).where('device.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such tablet.')
  return factsOf(row)
}

/** What the tablets of a store are told when the store changes; revoked ones are told nothing. */
export async function loadDeviceChanges(
  db: Kysely<Database>,
  merchantId: string,
  { store_id }: { readonly store_id: string },
): Promise<FeedChange[]> {
  const rows = await select(db, merchantId)
    .where('device.store_id', '=', store_id)
    .where('device.revoked_at', 'is', null)
    .execute()
  return rows.map((row) => deviceChange(factsOf(row)))
}

function select(db: Kysely<Database>, merchantId: string) {
  return db
    .selectFrom('device')
    .innerJoin('store', (join) =>
      join
        .onRef('store.merchant_id', '=', 'device.merchant_id')
        .onRef('store.id', '=', 'device.store_id'),
    )
    .select(['device.id as device_id', 'device.label', 'device.jobs'])
    .select(['store.id', 'store.code', 'store.name', 'store.time_zone'])
    .where('device.merchant_id', '=', merchantId)
}

type FactsRow = Omit<DeviceFacts, 'store'> & DeviceFacts['store'] & { readonly device_id: string }

function factsOf({ device_id, label, jobs, ...store }: FactsRow): DeviceFacts {
  const { id, code, name, time_zone } = store
  return { id: device_id, label, jobs, store: { id, code, name, time_zone } }
}

/** Only the tablet itself gets it. */
export function deviceChange({ id, label, jobs, store }: DeviceFacts): FeedChange {
  return { entity: 'device', id, device_id: id, data: { id, label, jobs: [...jobs], store } }
}

/** Its row is no use to it any more. */
export function deviceGone(id: string): FeedChange {
  return { entity: 'device', id, device_id: id, data: null }
}
