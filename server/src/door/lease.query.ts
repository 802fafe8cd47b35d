import { formatInstant, type Id } from '@counterfoil/domain'
import type { PerformanceLeases } from '@counterfoil/protocol'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'

/** @throws ProblemError `NOT_FOUND` */
export async function readLeases(
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
): Promise<PerformanceLeases> {
  const row = await db
    .selectFrom('performance')
    .select(['capacity', 'inside', 'leases', 'lease_mode'])
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such performance.')
  const { leases, capacity, inside, lease_mode: mode } = row
  const devices = await db
    .selectFrom('device')
    .select(['id', 'label', 'last_seen_at', 'queue_pending'])
    .where('merchant_id', '=', merchantId)
    .where('id', 'in', [...Object.keys(leases), id])
    .orderBy('label')
    .execute()
  const doors = devices.flatMap(({ id: device_id, label, last_seen_at, queue_pending }) => {
    const lease = leases[device_id]
    if (lease === undefined) return []
    const seen = last_seen_at === null ? null : formatInstant(last_seen_at)
    const { told: places, held, share } = lease
    return [{ device_id, label, last_seen_at: seen, waiting: queue_pending, places, held, share }]
  })
  const kept = Object.values(leases).reduce((sum, { held }) => sum + held, 0)
  const room = Math.max(0, capacity - inside)
  return { mode, room, free: Math.max(0, room - kept), doors }
}
