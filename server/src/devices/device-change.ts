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

/** Reads what {@link deviceChange} tells, within the merchant. @throws ProblemError `NOT_FOUND` */
export async function requireDevice(
  db: Kysely<Database>,
  merchantId: string,
  id: string,
): Promise<DeviceFacts> {
  const row = await db
    .selectFrom('device')
    .innerJoin('store', (join) =>
      join
        .onRef('store.merchant_id', '=', 'device.merchant_id')
        .onRef('store.id', '=', 'device.store_id'),
    )
    .select(['device.label', 'device.jobs', 'store.id', 'store.code', 'store.name'])
    .select('store.time_zone')
    .where('device.merchant_id', '=', merchantId)
    .where('device.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such tablet.')
  const { label, jobs, ...store } = row
  return { id, label, jobs, store }
}

/** Only the tablet itself gets it. */
export function deviceChange({ id, label, jobs, store }: DeviceFacts): FeedChange {
  return { entity: 'device', id, device_id: id, data: { id, label, jobs: [...jobs], store } }
}

/** Its row is no use to it any more. */
export function deviceGone(id: string): FeedChange {
  return { entity: 'device', id, device_id: id, data: null }
}
