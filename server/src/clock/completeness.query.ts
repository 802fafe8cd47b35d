import { type EpochMs, formatInstant, type Id, MINUTE, type SeqRange } from '@counterfoil/domain'
import type { Completeness, LaggingDevice } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import { ms } from '../sync/ingest/sql-parts'

/** A tablet speaks every half minute; one that was silent for longer than this lags. */
const SILENT_AFTER = 2 * MINUTE

interface DeviceRow {
  readonly device_id: Id
  readonly label: string
  readonly claimed_at: EpochMs
  readonly drained_at: EpochMs | null
  readonly last_seen_at: EpochMs | null
  readonly pending: number | null
  readonly oldest_at: EpochMs | null
  readonly parked: number | null
  readonly missing: readonly SeqRange[] | null
}

interface StoreRow {
  readonly store_id: Id
  readonly store_name: string
  readonly devices: readonly DeviceRow[] | null
}

/** A tablet with what it has told so far. */
export interface DeviceProgress {
  readonly lagging: LaggingDevice
  /** All that happened on it before this is known here; `null`: nobody knows up to when. */
  readonly told_up_to: EpochMs | null
  readonly claimed_at: EpochMs
}

interface StoreProgress {
  readonly store_id: Id
  readonly store_name: string
  readonly devices: readonly DeviceProgress[]
}

/**
 * How complete what is known of each store is: of its tablets in use the earliest that had nothing
 * waiting, and every one that lags. Phones need no network of their own: they are never behind.
 * @param storeId only this store
 */
export async function readCompleteness(
  db: Kysely<Database>,
  merchantId: Id,
  now: EpochMs,
  storeId?: Id,
): Promise<Completeness> {
  const stores = await readProgress(db, merchantId, now, storeId)
  const told = stores.map(({ store_id, store_name, devices }) => {
    const lagging = devices.filter((device) => lags(device, now)).map(({ lagging: one }) => one)
    const complete_up_to = instantOf(
      earliest(
        devices.map(({ told_up_to }) => told_up_to),
        now,
      ),
    )
    return { store_id, store_name, complete_up_to, devices: devices.length, lagging }
  })
  const all = stores.flatMap(({ devices }) => devices.map(({ told_up_to }) => told_up_to))
  const complete_up_to = instantOf(earliest(all, now))
  return { server_time: formatInstant(now), complete_up_to, stores: told }
}

/** What tablets in use have told, by store. */
export async function readProgress(
  db: Kysely<Database>,
  merchantId: Id,
  now: EpochMs,
  storeId?: Id,
): Promise<readonly StoreProgress[]> {
  const only = storeId === undefined ? sql`true` : sql`s.id = ${storeId}::uuid`
  const { rows } = await sql<StoreRow>`
    select s.id as store_id, s.name as store_name, (
      select json_agg(json_build_object('device_id', d.id, 'label', d.label,
          'claimed_at', ${ms('d.claimed_at')}, 'drained_at', ${ms('d.drained_at')},
          'last_seen_at', ${ms('d.last_seen_at')}, 'pending', d.queue_pending,
          'oldest_at', ${ms('d.queue_oldest_at')}, 'parked', d.queue_parked,
          'missing', t.missing) order by d.label, d.id)
        from device d
        left join device_stream t on t.merchant_id = d.merchant_id and t.device_id = d.id
          and t.incarnation = d.incarnation
       where d.merchant_id = s.merchant_id and d.store_id = s.id and d.claimed_at is not null
         and d.revoked_at is null and d.token_expires_at > ${moment(now)}) as devices
      from store s where s.merchant_id = ${merchantId} and s.active and ${only}
     order by s.code`.execute(db)
  return rows.map(({ store_id, store_name, devices }) => ({
    store_id,
    store_name,
    devices: (devices ?? []).map((row) => progressOf(store_id, row)),
  }))
}

function progressOf(store_id: Id, row: DeviceRow): DeviceProgress {
  const { device_id, label, drained_at, last_seen_at, oldest_at } = row
  const missing = (row.missing ?? []).reduce((sum, [from, to]) => sum + to - from + 1, 0)
  const lagging: LaggingDevice = {
    device_id,
    label,
    store_id,
    drained_at: instantOf(drained_at),
    last_seen_at: instantOf(last_seen_at),
    waiting: row.pending ?? 0,
    oldest_at: instantOf(oldest_at),
    missing,
    parked: row.parked ?? 0,
  }
  // With numbers missing nobody can say how far back what they stand for reaches.
  const told_up_to = missing > 0 ? null : drained_at
  return { lagging, told_up_to, claimed_at: row.claimed_at }
}

function lags({ lagging, told_up_to }: DeviceProgress, now: EpochMs): boolean {
  return lagging.waiting > 0 || told_up_to === null || told_up_to < now - SILENT_AFTER
}

/** `null` where one is unknown; `now` where there is none. */
function earliest(all: readonly (EpochMs | null)[], now: EpochMs): EpochMs | null {
  return all.reduce<EpochMs | null>(
    (first, one) => (first === null || one === null ? null : one < first ? one : first),
    now,
  )
}

function instantOf(at: EpochMs | null): string | null {
  return at === null ? null : formatInstant(at)
}
