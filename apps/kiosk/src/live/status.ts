import type { EpochMs } from '@counterfoil/domain'
import type { Engine } from '@counterfoil/sync'
import type { StorageTrouble } from '../db/trouble'
import type { StorageFigures } from '../device/storage'
import type { Diagnostics, Status } from '../kiosk'

/** A clock further off than this confuses whoever reads times on this tablet. */
const CLOCK_TOLERANCE_MS = 2 * 60_000

/** Everything the status bar is made of, as of one moment. */
export interface StatusParts {
  readonly engine: Engine | null
  readonly figures: { readonly pending: number; readonly parked: number }
  readonly leads: boolean
  readonly storage: StorageFigures
  readonly update_ready: boolean
  readonly trouble: StorageTrouble | null
  /** The offset was known and is not any more: the clock was set. */
  readonly clock_jumped: boolean
  /** When the last complete pull was, from before this page was opened. */
  readonly known_sync_at: EpochMs | null
}

export function statusOf(parts: StatusParts): Status {
  const state = parts.engine?.state()
  const offset = parts.engine?.offset() ?? null
  const reachable = navigator.onLine && state?.reachable !== false
  return {
    network: reachable ? 'online' : 'offline',
    waiting: parts.figures.pending,
    parked: parts.figures.parked,
    last_sync_at: state?.last_sync_at ?? parts.known_sync_at,
    offset_ms: offset,
    clock_warning: parts.clock_jumped || Math.abs(offset ?? 0) > CLOCK_TOLERANCE_MS,
    leads: parts.leads,
    storage_persisted: parts.storage.persisted,
    update_ready: parts.update_ready,
    storage_trouble: parts.trouble,
  }
}

export function diagnosticsOf(
  { engine, storage }: StatusParts,
  identity: { readonly device_id: string; readonly incarnation: number } | null,
): Diagnostics {
  const state = engine?.state()
  const next = state?.next_attempt_at ?? null
  return {
    app_version: APP_VERSION,
    device_id: identity?.device_id ?? null,
    incarnation: identity?.incarnation ?? null,
    storage_used_bytes: storage.used_bytes,
    storage_quota_bytes: storage.quota_bytes,
    starts_offline: storage.starts_offline,
    last_push_error: state?.last_error ?? null,
    next_attempt_at: next === null ? null : ((next + (engine?.offset() ?? 0)) as EpochMs),
  }
}
