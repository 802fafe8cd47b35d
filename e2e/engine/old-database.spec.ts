/** A tablet whose database an earlier version of the kiosk made. */
import type { EpochMs } from '@counterfoil/domain'
import type { Page } from 'playwright/test'
import { must, PIN, type Shop, type Thing } from '../conformance/world'
import type { EngineWindow } from './engine-window'
import { expect, pair, stampCard, test, untilSynced } from './fixture'
import { openTablet } from './tablet-page'

declare const window: EngineWindow

/** The stores of version 2, as that version made them. */
const STORES = {
  meta: ['key'],
  outbox: [
    'id',
    ['device_id', 'incarnation'],
    ['device_id', 'incarnation', 'seq'],
    ['device_id', 'incarnation', 'state', 'seq'],
    ['state', 'at'],
    'answered_at',
  ],
  cards: ['id', 'token_hash'],
  programs: ['id'],
  staff: ['id', 'badge_hash'],
  effects: ['op_id', 'card_id', 'settled'],
  pins: ['staff_id'],
  sign_ons: ['op_id', 'occurred_at'],
  notices: ['op_id'],
  punches: ['op_id', 'staff_id'],
} as const

/** Of version 6: every movement at a door, and nothing that counts them. */
const UNCOUNTED = {
  ...STORES,
  rewards: ['id', 'program_id'],
  performances: ['id'],
  tickets: ['id', 'token_hash', 'performance_id'],
  issuer_keys: ['id'],
  movements: ['op_id', 'performance_id', 'settled'],
  clocks: ['staff_id'],
  punches: ['op_id', 'staff_id', 'settled'],
} as const

interface Old {
  readonly version: number
  /** Of each the key, and its indexes. */
  readonly stores: Readonly<Record<string, readonly (string | readonly string[])[]>>
}

/**
 * Runs in a page where no kiosk runs: puts the database back to how an old version would have it.
 * What that version did not know is gone, and its pull stands behind all of it.
 */
async function makeOld({ version, stores }: Old): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('failed')))
    })
  const now = await done(indexedDB.open('counterfoil'))
  const names = Object.keys(stores)
  const reading = now.transaction(names)
  const rows = new Map<string, object[]>()
  for (const name of names) rows.set(name, await done(reading.objectStore(name).getAll()))
  now.close()
  await done(indexedDB.deleteDatabase('counterfoil'))
  // Dexie counts in tens.
  const opening = indexedDB.open('counterfoil', 10 * version)
  opening.addEventListener('upgradeneeded', () => {
    for (const [name, [key = '', ...indexes]] of Object.entries(stores)) {
      const store = opening.result.createObjectStore(name, { keyPath: String(key) })
      for (const path of indexes) {
        const label = typeof path === 'string' ? path : `[${path.join('+')}]`
        store.createIndex(label, typeof path === 'string' ? path : [...path])
      }
    }
  })
  const old = await done(opening)
  const writing = old.transaction(names, 'readwrite')
  for (const [name, held] of rows) {
    for (const row of held) await done(writing.objectStore(name).put(oldRow(name, row)))
  }
  old.close()

  function oldRow(name: string, row: object): object {
    if (name === 'punches' && version < 6) return { ...row, settled: undefined }
    if (version > 2) return row
    if (name === 'cards') return { ...row, points: undefined, moves: undefined }
    if (name !== 'meta' || !('key' in row) || row.key !== 'pulled') return row
    const value = 'value' in row ? (row.value as { cursor: string }).cursor : ''
    return { key: 'cursor', value }
  }
}

function held(page: Page) {
  return page.evaluate(async () => {
    const { db } = window.engine
    return { rewards: await db.rewards.count(), performances: await db.performances.count() }
  })
}

/** A reward and a performance: what an early version passes over. */
async function newerThings(harbour: Shop): Promise<Thing> {
  const program = await harbour.program()
  const reward = { program_id: program.id, name: 'A cake', cost: 1 }
  must(await harbour.owner.post('/merchant/rewards', reward), 201)
  const performance = { title: 'Late show', starts_at: new Date().toISOString(), capacity: 10 }
  must(await harbour.owner.post('/merchant/performances', performance), 201)
  return program
}

test('what an older version passed over is pulled anew', async ({
  tablet,
  context,
  server,
  harbour,
}) => {
  const program = await newerThings(harbour)
  const { token } = await harbour.card(program)
  await pair(tablet, (await harbour.pairing(['loyalty', 'door'])).pairing)
  await untilSynced(tablet)
  const before = await held(tablet)
  expect(before.rewards).toBeGreaterThan(0)
  expect(before.performances).toBeGreaterThan(0)

  await tablet.goto(`${server.origin}/healthz`)
  await tablet.evaluate(makeOld, { version: 2, stores: STORES })
  const updated = await openTablet(context, server.origin)
  await expect.poll(() => held(updated)).toEqual(before)
  await untilSynced(updated)
  expect(await stampCard(updated, `${server.origin}/c/${token}`)).toMatchObject({ by: 'server' })
})

/** Runs in the engine's page: two guests of one ticket are in, one of them out again. */
async function movePeople([performance_id, ticket_id]: readonly [string, string]): Promise<void> {
  const { db } = window.engine
  const at = Date.now() as EpochMs
  for (const [n, people] of [2, -1].entries()) {
    const movement = { op_id: `${ticket_id}-${n}`, at, people, device_label: null }
    const effect = { type: 'people', performance_id, ticket_id, movement } as const
    await db.movements.put({ op_id: movement.op_id, performance_id, effect, settled: 0 })
  }
}

test('who went in and out under an older version counts on, by house and by ticket', async ({
  tablet,
  context,
  server,
  harbour,
}) => {
  const evening = { title: 'Late show', starts_at: new Date().toISOString(), capacity: 10 }
  const made = await harbour.owner.post<{ performance: Thing }>('/merchant/performances', evening)
  const { performance } = must(made, 201)
  await pair(tablet, (await harbour.pairing(['door'])).pairing)
  await untilSynced(tablet)
  const ids = [performance.id, crypto.randomUUID()] as const
  await tablet.evaluate(movePeople, ids)
  await tablet.goto(`${server.origin}/healthz`)
  await tablet.evaluate(makeOld, { version: 6, stores: UNCOUNTED })
  const updated = await openTablet(context, server.origin)
  const known = await updated.evaluate(async ([performanceId, ticketId]) => {
    const { db, kiosk } = window.engine
    const desk = await kiosk.door()
    const occupancy = desk.occupancy(performanceId)
    const inside = await new Promise((resolve) => {
      occupancy.subscribe(() => resolve(occupancy.get()?.inside))
    })
    return { inside, on_ticket: (await db.movementsOn(ticketId)).length }
  }, ids)
  expect(known).toEqual({ inside: 1, on_ticket: 2 })
})

/** Signs on with the PIN and tells the clock. */
function punch(page: Page, { id }: Thing, action: 'in' | 'break_start') {
  return page.evaluate(
    async ([staff, pin, told]) => {
      const { kiosk } = window.engine
      const outcome = await kiosk.signOn(staff, pin, 'clock', false)
      if (outcome.kind !== 'signed_on') throw new Error(`not signed on: ${outcome.kind}`)
      await kiosk.clock.punch(outcome.signed_on, told)
    },
    [id, PIN, action] as const,
  )
}

const punchesOn = (page: Page) => page.evaluate(() => window.engine.db.punches.toArray())

const toldOn = async (page: Page) =>
  (await punchesOn(page)).map(({ effect, settled }) => {
    const deed = effect.type === 'punch' ? effect.punch.action : effect.type
    return `${deed} ${settled === 0 ? 'waits' : 'settled'}`
  })

/** What the tablet says of a person once it could send and pull all. */
async function caughtUp(page: Page, { id }: Thing) {
  await page.evaluate(() => window.engine.kiosk.retryNow())
  await expect.poll(() => toldOn(page), { timeout: 30_000 }).toEqual([])
  return page.evaluate((staff) => window.engine.kiosk.clock.own(staff), id)
}

test('punches that an older version held for good: the server tells of those it has, what waits stays', async ({
  tablet,
  context,
  server,
  harbour,
}) => {
  const person = await harbour.person()
  await pair(tablet, (await harbour.pairing(['clock'])).pairing)
  await untilSynced(tablet)
  const api = `${server.origin}/api/v1/store/**`
  await context.route(api, (route) => route.abort())
  await punch(tablet, person, 'in')
  const held = await punchesOn(tablet)
  await context.unroute(api)
  expect(await caughtUp(tablet, person)).toMatchObject({ presence: 'in' })
  await context.route(api, (route) => route.abort())
  await punch(tablet, person, 'break_start')
  // This version has forgotten the first one, for the server tells of it; that version never did.
  await tablet.evaluate((rows) => window.engine.db.punches.bulkPut(rows), held)

  await tablet.goto(`${server.origin}/healthz`)
  await tablet.evaluate(makeOld, { version: 2, stores: STORES })
  const updated = await openTablet(context, server.origin)
  const told = ['break_start waits', 'in settled']
  await expect.poll(async () => (await toldOn(updated)).toSorted()).toEqual(told)
  const own = await updated.evaluate((id) => window.engine.kiosk.clock.own(id), person.id)
  expect(own).toMatchObject({ presence: 'break' })
  await context.unroute(api)
  expect(await caughtUp(updated, person)).toMatchObject({ presence: 'break' })
  const path = `/merchant/punches?staff_id=${person.id}`
  const reached = await harbour.owner.all<{ punch: string }>(path)
  expect(reached.map((one) => one.punch)).toEqual(['break_start', 'in'])
})
