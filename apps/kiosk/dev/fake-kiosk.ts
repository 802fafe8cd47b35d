import { ACCEPTED, durationMs, epochMs, HOUR, rejected, type Verdict } from '@counterfoil/domain'
import { createStore, type Store } from '../src/app/store'
import type {
  KioskLive,
  Decided,
  Diagnostics,
  Identified,
  IdentifiedCard,
  Kiosk,
  Notice,
  PairingState,
  Person,
  QueueEntry,
  SignedOn,
  Status,
} from '../src/kiosk'
import type { OwnClock } from '../src/kiosk-clock'
import { createFakeDoor, type FakeDoor } from './fake-door'
import { peopleAt } from './people'

const DAY = 24 * HOUR

export interface FakeState {
  readonly pairing: Store<PairingState>
  readonly status: Store<Status>
  readonly people: Store<readonly Person[]>
  readonly queue: Store<readonly QueueEntry[]>
  readonly stateOf: KioskLive['stateOf']
  readonly replicaRows: KioskLive['replicaRows']
  readonly notices: Store<readonly Notice[]>
  readonly diagnostics: Store<Diagnostics>
}

export interface FakeKiosk extends Kiosk {
  readonly live: FakeState
  /** What the next stamp answers. */
  next: { verdict: Verdict; by: Decided['by']; pending: boolean; stamps: number | null }
  signedOn: SignedOn | null
  readonly fakeDoor: FakeDoor
}

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const CARD: IdentifiedCard = {
  kind: 'card',
  token: 'AAAAAAAAAAAAAAAAAAAAAA',
  card: { id: id(900), number_end: '71', stamps: 3, points: 0 },
  program: {
    id: id(901),
    kind: 'stamps',
    active: true,
    stamps_required: 10,
    cooldown_minutes: 15,
    daily_limit: 5,
    pin_required: true,
    points_per_unit: 1,
    min_amount_minor: 0,
    max_points_per_op: 10_000,
    currency: 'EUR',
    name: 'Coffee card',
    reward: 'one coffee of your choice',
  },
  pin_required: true,
  rewards: [],
  deed: { kind: 'stamp' },
}

export const STATUS: Status = {
  network: 'online',
  waiting: 0,
  parked: 0,
  last_sync_at: epochMs(Date.now() - 4_000),
  offset_ms: 0,
  clock_warning: false,
  leads: true,
  storage_persisted: true,
  update_ready: false,
  storage_trouble: null,
}

export const PAIRED: PairingState = {
  kind: 'paired',
  device_id: id(1),
  label: 'Counter 1',
  jobs: ['loyalty'],
  store_name: 'Harbour Coffee, Quay',
  merchant_name: 'Harbour Coffee',
  time_zone: 'Europe/Luxembourg',
  first_sync: null,
}

function nothingOf(now: number): OwnClock {
  const from = epochMs(now - (now % DAY))
  const nothing = { worked: durationMs(0), paused: durationMs(0), spans: [], breaks: [] }
  const day = new Date(from).toISOString().slice(0, 10)
  const today = { day, from, until: epochMs(from + DAY), ...nothing, unclear: false }
  return { presence: 'out', since: null, today, days: [], worked: durationMs(0), as_of: null }
}

/** A tablet without an engine, for looking at screens: the right PIN is 246813. */
export function createFakeKiosk(): FakeKiosk {
  let ops = 0
  const live: FakeState = {
    pairing: createStore<PairingState>(PAIRED),
    status: createStore(STATUS),
    people: createStore(peopleAt(Date.now())),
    queue: createStore<readonly QueueEntry[]>([]),
    notices: createStore<readonly Notice[]>([]),
    diagnostics: createStore<Diagnostics>({
      app_version: '0.1.0',
      device_id: id(1),
      incarnation: 1,
      storage_used_bytes: 31_457_280,
      storage_quota_bytes: 2_147_483_648,
      starts_offline: true,
      last_push_error: null,
      next_attempt_at: null,
    }),
    replicaRows: createStore(50_312),
    stateOf: (opId) => ({
      get: () => live.queue.get().find(({ op_id }) => op_id === opId)?.state ?? null,
      subscribe: (onChange) => live.queue.subscribe(onChange),
    }),
  }
  let wrong = 0
  const fakeDoor = createFakeDoor()
  const kiosk: FakeKiosk = {
    live,
    next: { verdict: ACCEPTED, by: 'tablet', pending: false, stamps: 4 },
    signedOn: null,
    pair: async () => {
      live.pairing.set(PAIRED)
      return { kind: 'paired' }
    },
    pairByCode: async () => ({ kind: 'refused', code: 'NOT_FOUND' }),
    identify: async (text) => identify(text),
    pinStateOf: async (staffId) => {
      const person = live.people.get().find((one) => one.id === staffId)
      if (person === undefined) return { kind: 'unknown' }
      if (!person.has_pin) return { kind: 'no_pin', person }
      return person.locked_until === null
        ? { kind: 'ready', person, pin_length: 6 }
        : { kind: 'locked', person, locked_until: person.locked_until }
    },
    signOn: async (staffId, pin) => {
      if (pin !== '246813') {
        wrong += 1
        const locked = wrong >= 5
        return {
          kind: 'refused',
          code: 'PIN_WRONG',
          attempts_left: Math.max(0, 5 - wrong),
          locked_until: locked ? epochMs(Date.now() + 30 * 60_000) : null,
        }
      }
      const name = live.people.get().find((one) => one.id === staffId)?.name ?? ''
      const until = epochMs(Date.now() + 120_000)
      kiosk.signedOn = { op_id: id(5), staff_id: staffId, name, until }
      return { kind: 'signed_on', signed_on: kiosk.signedOn, confirmed: false }
    },
    signOff: async () => {
      kiosk.signedOn = null
      return null
    },
    currentSignOn: async () => kiosk.signedOn,
    stamp: async () => {
      ops += 1
      return {
        ...kiosk.next,
        kind: 'decided',
        op_id: id(1_000 + ops),
        undo_until: undoUntil(kiosk),
      }
    },
    undo: async () => ({
      kind: 'decided',
      op_id: id(2_000),
      verdict: ACCEPTED,
      by: 'tablet',
      pending: false,
      stamps: 3,
      undo_until: null,
    }),
    fakeDoor,
    door: async () => fakeDoor,
    retryNow: async () => {},
    dismissNotice: async (opId) =>
      live.notices.set(live.notices.get().filter(({ op_id }) => op_id !== opId)),
    persistStorage: async () => false,
    applyUpdate: () => {},
    clock: {
      find: async (number) =>
        live.people.get().find((one) => one.personnel_number === number)?.id ?? null,
      own: async () => nothingOf(Date.now()),
      punch: async (_signedOn, action) => ({
        kind: 'punched',
        op_id: id(3_000),
        action,
        at: epochMs(Date.now()),
        verdict: ACCEPTED,
        flags: [],
        by: 'tablet',
        uncertain: false,
        own: nothingOf(Date.now()),
      }),
    },
  }
  return kiosk
}

function undoUntil({ next }: FakeKiosk) {
  return next.verdict.status === 'accepted' ? epochMs(Date.now() + 8_000) : null
}

/** Any text ending in a letter is that kind: `c` a card, `b` a badge, the rest somebody else's. */
function identify(text: string): Identified {
  if (/\/c\/|^[\w-]{22}$/.test(text)) return CARD
  if (text.includes('/b/')) return { kind: 'badge', staff_id: id(0) }
  if (text.startsWith('{')) {
    const pairing = { api_url: '', store_code: '', auth_token: '' }
    return { kind: 'pairing', pairing }
  }
  const kind = text.includes('/t/') ? 'foreign' : 'unknown'
  return { kind: 'other', credential: { kind } }
}

export const REFUSED = rejected('STAMP_COOLDOWN', {
  retry_at: new Date(Date.now() + 14 * 60_000).toISOString(),
})
