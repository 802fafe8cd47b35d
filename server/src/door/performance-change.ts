import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import type { FeedChange } from '../sync/feed'
import { type StoredLeases, toldPlaces } from './lease-store'

/** What of a performance a tablet is told. */
export interface PerformanceRow {
  readonly id: Id
  readonly title: string
  readonly starts_at: EpochMs
  readonly opens_at: EpochMs | null
  readonly capacity: number
  readonly reentry: boolean
  readonly pin_required: boolean
  readonly active: boolean
  readonly inside: number
  readonly leases: StoredLeases
}

export const PERFORMANCE_COLUMNS = [
  'id',
  'title',
  'starts_at',
  'opens_at',
  'capacity',
  'reentry',
  'pin_required',
  'active',
  'inside',
  'leases',
] as const satisfies readonly (keyof PerformanceRow)[]

export function performanceChange(performance: PerformanceRow): FeedChange {
  const { id, title, capacity, reentry, pin_required, active, inside } = performance
  const starts_at = formatInstant(performance.starts_at)
  const opens_at = performance.opens_at === null ? null : formatInstant(performance.opens_at)
  const leases = toldPlaces(performance.leases)
  const rules = { title, starts_at, opens_at, capacity, reentry, pin_required, active }
  return { entity: 'performance', id, data: { id, ...rules, inside, ...(leases && { leases }) } }
}

/** What tablets are told of a performance as it stands. */
export async function toldOf(
  trx: Transaction<Database>,
  merchantId: Id,
  id: Id,
): Promise<FeedChange> {
  const row = await trx
    .selectFrom('performance')
    .select(PERFORMANCE_COLUMNS)
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return performanceChange(row)
}
