import { formatInstant, HOUR, type Id, type Job } from '@counterfoil/domain'
import { ENDPOINTS, type PullAnswer, pullAnswerSchema } from '@counterfoil/protocol'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { decodePullCursor, encodePullCursor } from '../sync/pull-cursor'
import { pullPage } from '../sync/pull.query'
import { pullerOf } from '../sync/puller'
import type { IngestTablet } from '../sync/testing'
import { ClockShop } from './testing'

let shop: ClockShop
let elsewhere: Id
beforeAll(async () => {
  shop = await ClockShop.open()
  const body = { code: 'HARBOUR-9', name: 'Harbour Nine', time_zone: 'Europe/Luxembourg' }
  elsewhere = (await shop.shop.call(ENDPOINTS.createStore, { body })).body.store.id
})
afterAll(() => shop.close())

let entrance: IngestTablet
let staff: Id
beforeEach(async () => {
  entrance = await shop.entrance()
  staff = await shop.person()
})

/** Pulls as one tablet does, page by page from where it was. */
class Pulling {
  cursor: string | undefined
  constructor(
    readonly tablet: IngestTablet,
    readonly jobs: readonly Job[] = ['clock'],
    readonly store: Id = tablet.sender.store.id,
  ) {}

  async next(limit = 500): Promise<PullAnswer> {
    const { crypto, db } = shop.server.deps
    const { sender } = this.tablet
    const store = { ...sender.store, id: this.store, code: 'X' }
    const puller = pullerOf({ ...sender, jobs: this.jobs, store })
    const from = decodePullCursor(crypto, puller, this.cursor)
    const page = await pullPage(db, puller, { from, limit, now: shop.now() })
    const { position, more, reset, changes, clock } = page
    this.cursor = encodePullCursor(crypto, puller, position)
    return pullAnswerSchema.parse({
      cursor: this.cursor,
      more,
      reset,
      server_time: formatInstant(shop.now()),
      changes: JSON.parse(`[${changes}]`),
      ...(clock === null ? {} : { clock: JSON.parse(clock) as unknown }),
    })
  }

  /** `in -8` for each punch that it is told of, in hours from now; `undefined` where it is not told. */
  async told(person = staff): Promise<readonly string[] | undefined> {
    const { clock } = await this.next()
    const found = clock?.people.find(({ staff_id }) => staff_id === person)
    return found?.punches.map(({ punch, at }) => `${punch} ${hoursFromNow(at)}`)
  }
}

const hoursFromNow = (at: string): number => (Date.parse(at) - shop.now()) / HOUR

test('what was told at one entrance, the other hears of, once', async () => {
  const other = new Pulling(await shop.entrance())
  await other.next()
  await shop.punched(entrance, staff, 'in -8', 'break_start -4')
  expect(await other.told()).toEqual(['in -8', 'break_start -4'])
  expect(await other.told()).toBeUndefined()
  await shop.punched(entrance, staff, 'break_end -3')
  expect(await other.told()).toEqual(['in -8', 'break_start -4', 'break_end -3'])
})

test('corrections, undone punches and those that a review took back are heard of, too', async () => {
  const pulling = new Pulling(entrance)
  await pulling.next()
  await shop.amend({ staff_id: staff, adds: shop.added('in', -8) })
  await shop.punched(entrance, staff, 'in -9', 'out -1')
  expect(await pulling.told()).toEqual(['in -9', 'in -8', 'out -1'])
  const { body } = await shop.shop.call(ENDPOINTS.listPunches, { query: { staff_id: staff } })
  const [out, added, came] = body.items.map(({ op_id }) => op_id)
  await shop.amend({ staff_id: staff, strikes: added })
  expect(await pulling.told()).toEqual(['in -9', 'out -1'])
  await shop.resolve(came ?? '', 'void')
  expect(await pulling.told()).toEqual(['out -1'])
  await shop.amend({ staff_id: staff, strikes: out })
  expect(await pulling.told()).toEqual([])
})

test('a request that a manager grants is heard of', async () => {
  await shop.punched(entrance, staff, 'in -8')
  const pulling = new Pulling(entrance)
  await pulling.next()
  const body = { staff_id: staff, ...shop.added('out', -1), note: 'in a hurry' }
  const made = await shop.shop.call(ENDPOINTS.createRequest, { body })
  const { id } = made.body.request
  const answer = { params: { id }, body: { answer: 'accept', note: '' } }
  expect((await shop.shop.as('manager', ENDPOINTS.answerRequest, answer)).status).toBe(200)
  expect(await pulling.told()).toEqual(['in -8', 'out -1'])
})

test('only entrances are told, and only of people who punched at their own store', async () => {
  await shop.punched(entrance, staff, 'in -8')
  const counter = await shop.tablet()
  const quiet = await new Pulling(counter, ['loyalty', 'door']).next(5000)
  expect(quiet.clock).toBeUndefined()
  expect(quiet.changes.map(({ id, entity }) => `${entity} ${id}`)).not.toContain(`clock ${staff}`)
  const far = new Pulling(await shop.entrance(), ['clock'], elsewhere)
  expect(await far.told()).toEqual([])
  // Once they come there, that entrance must know that they are in already.
  const there = await shop.entrance()
  const sender = { ...there.sender, store: { ...there.sender.store, id: elsewhere } }
  const { db } = shop.server.deps
  const moved = db.updateTable('device').set({ store_id: elsewhere })
  await moved.where('id', '=', sender.device_id).execute()
  await shop.punched(Object.assign(there, { sender }), staff, 'out -1')
  expect(await far.told()).toEqual(['in -8', 'out -1'])
})

test('fifteen days, and of each punch no more than what it says', async () => {
  await shop.punched(entrance, staff, `in ${-24 * 15 - 1}`, `out ${-24 * 15 + 1}`)
  const { clock } = await new Pulling(entrance).next(5000)
  const own = clock?.people.find(({ staff_id }) => staff_id === staff)
  expect(own?.punches).toHaveLength(1)
  expect(Object.keys(own?.punches[0] ?? {}).toSorted()).toEqual(
    ['at', 'manual', 'op_id', 'punch', 'seq'].toSorted(),
  )
})

test('how punches are read comes along, and nothing else of the merchant’s settings', async () => {
  const { clock } = await new Pulling(entrance).next()
  expect(clock?.rules).toMatchObject({ round_minutes: 1, automatic_breaks: [] })
  const automatic_breaks = [{ after_minutes: 360, minutes: 30 }]
  const body = { round_minutes: 15, automatic_breaks, phone_punches: true }
  await shop.shop.call(ENDPOINTS.updateClockSettings, { body })
  const { clock: changed } = await new Pulling(entrance).next()
  expect(changed?.rules).toEqual({
    round_minutes: 15,
    round_coming: 'down',
    round_going: 'down',
    automatic_breaks,
  })
})

test('small pages tell of everybody, too', async () => {
  for (let n = 0; n < 4; n += 1) await shop.punched(entrance, await shop.person(), 'in -1')
  const whole = await new Pulling(entrance).next(5000)
  const pages = new Pulling(entrance)
  const seen: Id[] = []
  for (let more = true; more;) {
    const page = await pages.next(1)
    ;({ more } = page)
    seen.push(...(page.clock?.people ?? []).map(({ staff_id }) => staff_id))
  }
  expect(seen).toEqual(whole.clock?.people.map(({ staff_id }) => staff_id))
  expect(seen.length).toBeGreaterThanOrEqual(4)
})
