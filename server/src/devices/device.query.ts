import { type EpochMs, formatInstant, type SeqRange } from '@counterfoil/domain'
import type { Device } from '@counterfoil/protocol'
import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../db/schema'
import type { DeviceTable } from '../db/schema/device'

type DeviceRow = Selectable<DeviceTable> & {
  readonly last_seq: number | null
  readonly missing: readonly SeqRange[] | null
}

export interface DevicePage {
  readonly store_id: string | undefined
  /** Ids below this one, exclusive: they are made in the order of time. */
  readonly before: string | undefined
  readonly limit: number
}

/** Newest first. */
export async function listDevices(
  db: Kysely<Database>,
  merchantId: string,
  page: DevicePage,
  now: EpochMs,
): Promise<Device[]> {
  const { store_id, before, limit } = page
  const rows = await select(db, merchantId)
    .$if(store_id !== undefined, (query) => query.where('device.store_id', '=', store_id ?? ''))
    .$if(before !== undefined, (query) => query.where('device.id', '<', before ?? ''))
    .orderBy('device.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => deviceOf(row, now))
}

export async function findDevice(
  db: Kysely<Database>,
  merchantId: string,
  id: string,
  now: EpochMs,
): Promise<Device | undefined> {
  const row = await select(db, merchantId).where('device.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : deviceOf(row, now)
}

function select(db: Kysely<Database>, merchantId: string) {
  return db
    .selectFrom('device')
    .leftJoin('device_stream as stream', (join) =>
      join
        .onRef('stream.merchant_id', '=', 'device.merchant_id')
        .onRef('stream.device_id', '=', 'device.id')
        .onRef('stream.incarnation', '=', 'device.incarnation'),
    )
    .selectAll('device')
    .select(['stream.last_seq', 'stream.missing'])
    .where('device.merchant_id', '=', merchantId)
}

/** A paired tablet whose token's year is over counts as expired, like one never claimed in time. */
export function deviceStatus(
  row: Pick<DeviceRow, 'revoked_at' | 'jkt' | 'token_expires_at' | 'pairing_expires_at'>,
  now: EpochMs,
): Device['status'] {
  if (row.revoked_at !== null) return 'revoked'
  if (row.jkt !== null) return row.token_expires_at > now ? 'paired' : 'expired'
  return row.pairing_expires_at > now ? 'waiting' : 'expired'
}

function deviceOf(row: DeviceRow, now: EpochMs): Device {
  const claimed = row.jkt !== null
  return {
    id: row.id,
    store_id: row.store_id,
    label: row.label,
    jobs: [...row.jobs],
    status: deviceStatus(row, now),
    incarnation: row.incarnation,
    created_at: formatInstant(row.created_at),
    pairing_expires_at: claimed ? null : formatInstant(row.pairing_expires_at),
    claimed_at: claimed ? instant(row.claimed_at) : null,
    platform: row.platform,
    app_version: row.app_version,
    refused_claim_at: instant(row.refused_claim_at),
    token_expires_at: formatInstant(row.token_expires_at),
    revoked_at: instant(row.revoked_at),
    revoke_reason: row.revoke_reason,
    stolen_at: instant(row.stolen_at),
    last_seen_at: instant(row.last_seen_at),
    last_ip: row.last_ip,
    queue: queueOf(row),
    storage: storageOf(row),
    clock_offset_ms: row.clock_offset_ms,
    last_seq: row.last_seq ?? 0,
    missing: (row.missing ?? []).map(([from, to]) => [from, to]),
  }
}

function queueOf(row: DeviceRow): Device['queue'] {
  if (row.queue_pending === null) return null
  return {
    pending: row.queue_pending,
    oldest_at: instant(row.queue_oldest_at),
    parked: row.queue_parked ?? 0,
    drained_at: instant(row.drained_at),
  }
}

function storageOf(row: DeviceRow): Device['storage'] {
  const { storage_persisted, storage_used_bytes, storage_quota_bytes } = row
  const told = [storage_persisted, storage_used_bytes, storage_quota_bytes]
  if (told.every((value) => value === null)) return null
  return {
    persisted: storage_persisted,
    used_bytes: storage_used_bytes,
    quota_bytes: storage_quota_bytes,
  }
}

function instant(at: EpochMs | null): string | null {
  return at === null ? null : formatInstant(at)
}
