import type { EpochMs } from '@counterfoil/domain'
import type { Engine, Health, Ports } from '@counterfoil/sync'
import { getMeta, type KioskDb } from '../db/database'
import { queueFigures } from '../db/queue-figures'
import type { StorageTrouble } from '../db/trouble'
import { persistStorage, readStorage, UNKNOWN_STORAGE } from '../device/storage'
import type { KioskLive, PairingState } from '../kiosk'
import { listPeople } from '../flows/people'
import { guardPairing } from './cleared'
import { notices, opState, pairingState, queueEntries, replicaRows } from './queries'
import { watch, watchWhileSeen } from './query'
import { createRecordSource } from './source'
import { diagnosticsOf, statusOf } from './status'

/** What others tell the view; everything else it watches by itself. */
export interface Told {
  readonly engine: Engine | null
  readonly leads: boolean
  readonly update_ready: boolean
  readonly trouble: StorageTrouble | null
}

export interface View {
  readonly live: KioskLive
  readonly change: (part: Partial<Told>) => void
  /** Reads the clocks and the network's state again. */
  readonly refresh: () => void
  readonly health: () => Promise<Health>
  readonly persistStorage: () => Promise<boolean>
}

/** A clock that was set shows after this long at the latest. */
const TICK_MS = 5000
const STORAGE_MS = 60_000

/** Everything the screens can watch, made of the database, the engine and the browser. */
export function createView(db: KioskDb, clock: Ports['clock'], onCleared: () => void): View {
  let told: Told = { engine: null, leads: false, update_ready: false, trouble: null }
  let storage = UNKNOWN_STORAGE
  let knewOffset = false
  let unsubscribe: () => void = () => undefined
  const now = (): EpochMs => told.engine?.serverNow() ?? clock.wall()

  const loading: PairingState = { kind: 'loading' }
  const stored = watch<PairingState>(() => pairingState(db), loading)
  const { pairing, check } = guardPairing(db, stored, onCleared)
  const figures = watch(() => queueFigures(db), { pending: 0, oldest_at: null, parked: 0 })
  const facts = watch(async () => {
    const identity = await getMeta(db, 'identity')
    return {
      synced_at: (await getMeta(db, 'synced_at')) ?? null,
      identity:
        identity === undefined
          ? null
          : { device_id: identity.device.id, incarnation: identity.incarnation },
    }
  }, NO_FACTS)

  const parts = () => ({
    ...told,
    clock_jumped: jumped(),
    figures: figures.get(),
    storage,
    known_sync_at: facts.get().synced_at,
  })
  const status = createRecordSource(statusOf(parts()))
  const diagnostics = createRecordSource(diagnosticsOf(parts(), null))

  function jumped(): boolean {
    const known = told.engine !== null && told.engine.offset() !== null
    knewOffset = known || (knewOffset && told.engine !== null)
    return knewOffset && !known
  }

  function refresh(): void {
    status.set(statusOf(parts()))
    diagnostics.set(diagnosticsOf(parts(), facts.get().identity))
  }

  function change(part: Partial<Told>): void {
    if (part.engine !== undefined && part.engine !== told.engine) {
      unsubscribe()
      unsubscribe = part.engine?.subscribe(refresh) ?? (() => undefined)
    }
    told = { ...told, ...part }
    refresh()
  }

  async function measure(): Promise<void> {
    storage = await readStorage()
    refresh()
  }

  figures.subscribe(refresh)
  facts.subscribe(refresh)
  setInterval(refresh, TICK_MS)
  setInterval(() => void check(), TICK_MS)
  setInterval(() => void measure(), STORAGE_MS)
  void measure()

  return {
    live: {
      pairing,
      status,
      diagnostics,
      people: watch(() => listPeople(db, now()), []),
      queue: watchWhileSeen(() => queueEntries(db, told.engine?.state().failures ?? 0), []),
      stateOf: (opId) => watchWhileSeen(() => opState(db, opId), null),
      notices: watch(() => notices(db), []),
      replicaRows: watchWhileSeen(() => replicaRows(db), 0),
    },
    change,
    refresh,
    health: async () => ({
      app_version: APP_VERSION,
      storage_persisted: storage.persisted,
      storage_used_bytes: storage.used_bytes,
      storage_quota_bytes: storage.quota_bytes,
    }),
    persistStorage: async () => {
      const granted = await persistStorage()
      await measure()
      return granted
    },
  }
}

const NO_FACTS: {
  readonly synced_at: EpochMs | null
  readonly identity: { readonly device_id: string; readonly incarnation: number } | null
} = { synced_at: null, identity: null }
