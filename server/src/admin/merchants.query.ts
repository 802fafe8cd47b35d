import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { AnswerOf, ENDPOINTS } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'

export type MerchantItem = AnswerOf<typeof ENDPOINTS.listMerchants>['items'][number]

export interface MerchantPosition {
  readonly created_at: EpochMs
  readonly id: Id
}

/** All merchants of the platform, newest first, with how many stores and tablets they have. */
export async function listMerchants(
  db: Kysely<Database>,
  before: MerchantPosition | undefined,
  limit: number,
): Promise<MerchantItem[]> {
  const rows = await db
    .selectFrom('merchant')
    .select((eb) => [
      'merchant_id as id',
      'name',
      'currency',
      'created_at',
      eb
        .selectFrom('store')
        .whereRef('store.merchant_id', '=', 'merchant.merchant_id')
        .select((count) => count.fn.countAll<number>().as('stores'))
        .as('stores'),
      eb
        .selectFrom('device')
        .whereRef('device.merchant_id', '=', 'merchant.merchant_id')
        .select((count) => count.fn.countAll<number>().as('devices'))
        .as('devices'),
    ])
    .$if(before !== undefined, (query) =>
      before === undefined
        ? query
        : query.where(
            sql<boolean>`(created_at, merchant_id) < (${moment(before.created_at)}, ${before.id})`,
          ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('merchant_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, name, currency, created_at, stores, devices }) => ({
    id,
    name,
    currency,
    created_at: formatInstant(created_at),
    stores: stores ?? 0,
    devices: devices ?? 0,
  }))
}
