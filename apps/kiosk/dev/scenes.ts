import { ACCEPTED, epochMs, type Job, rejected } from '@counterfoil/domain'
import type { QueueEntry } from '../src/kiosk'
import { CARD, REFUSED, STATUS, type FakeKiosk } from './fake-kiosk'
import { DOOR_SCENES } from './door-scenes'
import type { Stage } from './stage'
import { peopleAt } from './people'

const CARD_TEXT = 'https://card.example/c/AAAAAAAAAAAAAAAAAAAAAA'
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

function entry(n: number, over: Partial<QueueEntry>): QueueEntry {
  return {
    op_id: id(3_000 + n),
    kind: 'loyalty.stamp',
    at: epochMs(Date.now() - n * 95_000),
    subject: `••${70 + n}`,
    people: null,
    state: 'waiting',
    code: null,
    attempts: 0,
    seq: 60 - n,
    recovered: false,
    unknown_tablet: false,
    ...over,
  }
}

const LONG = 'Maximiliane-Katharina Donaudampfschifffahrtsgesellschaftskapitänswitwe-Oberhuber'
const LONG_PLACE = 'Harbour Coffee & Pâtisserie, Quai des Brumes, Grand-Rue, Esch-sur-Alzette (rez)'

/** As long as the console lets names be, and one that is written from right to left. */
function extreme({ kiosk }: Stage): void {
  const paired = kiosk.live.pairing.get()
  if (paired.kind === 'paired') {
    kiosk.live.pairing.set({ ...paired, store_name: LONG_PLACE, label: LONG_PLACE })
  }
  const names = [LONG, 'محمد عبد الرحمن الهاشمي', 'נועה ברק', '李小龍', 'X']
  const people = peopleAt(Date.now(), names.length)
  kiosk.live.people.set(
    people.map((person, index) =>
      Object.assign({}, person, { name: names[index] ?? person.name, locked_until: null }),
    ),
  )
  kiosk.identify = async () => ({
    ...CARD,
    program: CARD.program && { ...CARD.program, name: LONG_PLACE, reward: LONG_PLACE },
  })
}

const QUEUE = [
  entry(0, {}),
  entry(1, { kind: 'staff.sign_on', subject: 'Anna Weber' }),
  entry(2, { state: 'refused', code: 'STAMP_COOLDOWN' }),
  entry(3, { state: 'parked', attempts: 9 }),
  entry(4, { state: 'confirmed' }),
  entry(5, { state: 'confirmed', kind: 'op.void' }),
  entry(900, { state: 'waiting', recovered: true, attempts: 2 }),
]

const offline = {
  ...STATUS,
  network: 'offline',
  waiting: 12,
  last_sync_at: epochMs(Date.now() - 41 * 60_000),
} as const

function unpinned({ kiosk }: Stage): void {
  kiosk.signedOn = {
    op_id: id(5),
    staff_id: id(0),
    name: 'Anna Weber',
    until: epochMs(Date.now() + 120_000),
  }
}

async function stamp(stage: Stage, next: Partial<FakeKiosk['next']>): Promise<void> {
  unpinned(stage)
  stage.kiosk.next = { ...stage.kiosk.next, ...next }
  stage.show(CARD_TEXT)
}

async function pad(stage: Stage, person: number): Promise<void> {
  stage.show(CARD_TEXT)
  await stage.touch(`[data-screen="who"] li:nth-child(${person}) button`)
  await stage.wait(500)
}

function withJobs({ kiosk }: Stage, jobs: readonly Job[]): void {
  const paired = kiosk.live.pairing.get()
  if (paired.kind === 'paired') kiosk.live.pairing.set({ ...paired, jobs })
}

/** Every screen there is, by name. */
export const SCENES: Readonly<Record<string, (stage: Stage) => Promise<void> | void>> = {
  ...DOOR_SCENES,
  home: () => {},
  'home-offline': ({ kiosk }) =>
    kiosk.live.status.set({ ...offline, parked: 1, clock_warning: true }),
  'home-notices': ({ kiosk }) => {
    kiosk.live.notices.set(NOTICES)
  },
  'home-persist': ({ kiosk }) => kiosk.live.status.set({ ...STATUS, storage_persisted: false }),
  'home-update': ({ kiosk }) => kiosk.live.status.set({ ...STATUS, update_ready: true }),
  'home-quota': ({ kiosk }) => kiosk.live.status.set({ ...offline, storage_trouble: 'QUOTA' }),
  'home-last': async (stage) => {
    await stamp(stage, {})
    await stage.wait(1_700)
  },
  'home-jobs': (stage) => withJobs(stage, ['loyalty', 'door', 'clock']),
  'no-job': (stage) => withJobs(stage, []),
  typing: ({ touch }) => touch('[data-screen="home"] button[class*="type"]'),
  who: ({ show }) => show(CARD_TEXT),
  'who-many': ({ kiosk, show }) => {
    kiosk.live.people.set(peopleAt(Date.now(), 40))
    show(CARD_TEXT)
  },
  'home-extreme': (stage) => {
    extreme(stage)
    return stamp(stage, { stamps: 10 })
  },
  'who-extreme': (stage) => {
    extreme(stage)
    stage.show(CARD_TEXT)
  },
  'pin-extreme': async (stage) => {
    extreme(stage)
    await pad(stage, 1)
    stage.type('111111')
  },
  'who-nobody': ({ kiosk, show }) => {
    kiosk.live.people.set([])
    show(CARD_TEXT)
  },
  'who-no-pin': (stage) => pad(stage, 5),
  pin: (stage) => pad(stage, 1),
  'pin-typed': async (stage) => {
    await pad(stage, 1)
    stage.type('246')
  },
  'pin-wrong': async (stage) => {
    await pad(stage, 1)
    stage.type('111111')
  },
  'pin-long-name': (stage) => pad(stage, 8),
  'pin-locked': (stage) => pad(stage, 3),
  working: async (stage) => {
    unpinned(stage)
    stage.kiosk.stamp = () => new Promise(() => {})
    stage.show(CARD_TEXT)
  },
  'verdict-ok': (stage) => stamp(stage, {}),
  'verdict-confirmed': (stage) => stamp(stage, { by: 'server', stamps: 17 }),
  'verdict-full': (stage) => stamp(stage, { by: 'server', stamps: 10 }),
  'verdict-cooldown': (stage) => stamp(stage, { verdict: REFUSED }),
  'verdict-limit': (stage) =>
    stamp(stage, { verdict: rejected('STAMP_DAILY_LIMIT', { limit: 5 }), by: 'server' }),
  'verdict-unknown-card': (stage) =>
    stamp(stage, { verdict: rejected('CARD_UNKNOWN'), by: 'server', stamps: null }),
  'verdict-pending': (stage) =>
    stamp(stage, { verdict: ACCEPTED, pending: true, by: 'tablet', stamps: null }),
  'verdict-not-ours': ({ show }) => show('https://elsewhere.example'),
  'verdict-not-saved': async (stage) => {
    unpinned(stage)
    stage.kiosk.stamp = async () => ({ kind: 'not_saved', reason: 'QUOTA' })
    stage.show(CARD_TEXT)
  },
  'verdict-signed-on': async (stage) => {
    stage.show('https://card.example/b/AAAAAAAAAAAAAAAAAAAAAA')
    await stage.wait(500)
    stage.type('246813')
  },
  'verdict-undone': async (stage) => {
    await stamp(stage, {})
    await stage.wait(300)
    await stage.touch('[data-screen="verdict"] button')
  },
  'verdict-still-signed-on': async (stage) => {
    await stamp(stage, {})
    await stage.wait(1_700)
    stage.kiosk.signOff = async () => ({ kind: 'not_saved', reason: 'STORAGE' })
    await stage.touch('[class*="chip"] button')
  },
  'verdict-refused-here': (stage) => {
    stage.kiosk.live.status.set(offline)
    return stamp(stage, { verdict: rejected('CARD_BLOCKED') })
  },
  'verdict-failed': async (stage) => {
    unpinned(stage)
    stage.kiosk.stamp = () => Promise.reject(new Error('unexpected'))
    stage.show(CARD_TEXT)
  },
  queue: async ({ kiosk, touch }) => {
    kiosk.live.queue.set(QUEUE)
    kiosk.live.status.set({ ...offline, waiting: 3, parked: 1 })
    await touch('[data-network]')
  },
  'queue-details': async ({ kiosk, touch }) => {
    kiosk.live.queue.set(QUEUE)
    kiosk.live.diagnostics.set({
      ...kiosk.live.diagnostics.get(),
      last_push_error: 'UNAVAILABLE',
      next_attempt_at: epochMs(Date.now() + 17_000),
    })
    await touch('[data-network]')
    await touch('[data-screen="queue"] input')
  },
  'queue-empty': ({ touch }) => touch('[data-network]'),
  notices: async ({ kiosk, touch }) => {
    kiosk.live.notices.set(NOTICES)
    await touch('[data-screen="home"] [role="status"] button')
  },
  tablet: ({ touch }) => touch('header > button[title]'),
  unpaired: ({ kiosk }) => kiosk.live.pairing.set({ kind: 'unpaired' }),
  'unpaired-typing': async ({ kiosk, touch }) => {
    kiosk.live.pairing.set({ kind: 'unpaired' })
    await touch('[data-screen="unpaired"] button')
  },
  'unpaired-wrong': async ({ kiosk, show, wait }) => {
    kiosk.live.pairing.set({ kind: 'unpaired' })
    await wait(100)
    show(CARD_TEXT)
  },
  'unpaired-refused': async ({ kiosk, show, wait }) => {
    kiosk.pair = async () => ({ kind: 'refused', code: 'TERMINAL_DEVICE_PAIRING_EXPIRED' })
    kiosk.live.pairing.set({ kind: 'unpaired' })
    await wait(100)
    show('{"api_url":"https://a.example/api/v1","store_code":"S","auth_token":"a.b.c"}')
  },
  'first-sync': ({ kiosk }) => pairing(kiosk, 12_480),
  'first-sync-offline': ({ kiosk }) => {
    pairing(kiosk, 12_480)
    kiosk.live.status.set(offline)
  },
  revoked: ({ kiosk }) =>
    kiosk.live.pairing.set({ kind: 'revoked', store_name: 'Harbour Coffee, Quay', unsent: 3 }),
  'revoked-pairing': async ({ kiosk, touch }) => {
    kiosk.live.pairing.set({ kind: 'revoked', store_name: 'Harbour Coffee, Quay', unsent: 1 })
    await touch('[data-screen="revoked"] button')
  },
  expired: ({ kiosk }) =>
    kiosk.live.pairing.set({ kind: 'expired', store_name: 'Harbour Coffee, Quay', unsent: 0 }),
  cleared: ({ kiosk }) =>
    kiosk.live.pairing.set({ kind: 'cleared', store_name: 'Harbour Coffee, Quay' }),
  'other-tab': ({ kiosk }) => kiosk.live.status.set({ ...STATUS, leads: false }),
  'storage-blocked': ({ kiosk }) =>
    kiosk.live.status.set({ ...STATUS, storage_trouble: 'BLOCKED' }),
  'storage-unavailable': ({ kiosk }) =>
    kiosk.live.status.set({ ...STATUS, storage_trouble: 'UNAVAILABLE' }),
}

const NOTICES = [
  {
    op_id: id(4_000),
    kind: 'loyalty.stamp',
    at: epochMs(Date.now() - 3_600_000),
    subject: '••71',
    code: 'STAMP_DAILY_LIMIT',
    detail: { limit: 5 },
  },
  {
    op_id: id(4_001),
    kind: 'loyalty.stamp',
    at: epochMs(Date.now() - 90_000_000),
    subject: '••09',
    code: 'SIGN_ON_REJECTED',
    detail: {},
  },
] as const

function pairing(kiosk: FakeKiosk, rows: number): void {
  const paired = kiosk.live.pairing.get()
  if (paired.kind === 'paired') kiosk.live.pairing.set({ ...paired, first_sync: { rows } })
}

export { CARD }
