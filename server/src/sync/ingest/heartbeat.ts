import { type EpochMs, parseInstant } from '@counterfoil/domain'
import type { PushEnvelope } from '@counterfoil/protocol'
import { type RawBuilder, sql } from 'kysely'
import type { Batch } from './batch'
import { storable } from './clock'

/** Largest value of an `integer` column; a tablet may claim anything. */
const MOST = 2 ** 31 - 1

/** What the console knows of a tablet's health, as the `set` of an update of its row. */
export function heartbeat({ envelope, sender, sent_at, received_at }: Batch): RawBuilder<unknown> {
  const { queue, health } = envelope
  const at = storable(received_at)
  const parts = [
    sql`last_seen_at = ${at}`,
    sql`clock_offset_ms = ${received_at - sent_at}`,
    sql`last_ip = ${sender.type === 'device' ? sender.ip : null}`,
  ]
  if (queue !== undefined) {
    // The tablet counts this batch in; once answered, it does not wait any more.
    const left = Math.max(0, queue.pending - envelope.ops.length)
    parts.push(
      sql`queue_pending = ${Math.min(left, MOST)}`,
      sql`queue_oldest_at = ${left === 0 ? null : oldest(queue)}`,
    )
    if (left === 0) parts.push(sql`drained_at = ${at}`)
  }
  if (health !== undefined) {
    parts.push(
      sql`app_version = ${health.app_version.replaceAll(/[^\x20-\x7e]/g, '')}`,
      sql`queue_parked = ${Math.min(health.parked, MOST)}`,
      sql`storage_persisted = ${health.storage_persisted}`,
      sql`storage_used_bytes = ${health.storage_used_bytes}`,
      sql`storage_quota_bytes = ${health.storage_quota_bytes}`,
    )
  }
  return sql.join(parts)
}

function oldest({ oldest_at }: NonNullable<PushEnvelope['queue']>): string | null {
  const at: EpochMs | undefined = oldest_at === null ? undefined : parseInstant(oldest_at)
  return at === undefined ? null : storable(at)
}
