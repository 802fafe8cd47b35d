import { ENDPOINTS, type PerformanceLeases } from '@counterfoil/protocol'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createIngest } from '../sync/ingest/ingest'
import { notePulled } from '../sync/note-pulled'
import { pullerOf } from '../sync/puller'
import { IngestShop, IngestTablet } from '../sync/testing'
import { Venue } from '../sync/testing-door'

const DRAINED = { queue: { pending: 0, oldest_at: null } }

let shop: IngestShop
let venue: Venue
let north: IngestTablet
let cellar: IngestTablet
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())
beforeEach(async () => {
  venue = await Venue.open(shop, { capacity: 20 })
  north = await venue.door('North door')
  cellar = await venue.door('Cellar')
})

const params = () => ({ id: venue.performance_id })

async function split(mode: string, doors: readonly object[] = []): Promise<PerformanceLeases> {
  const answer = await shop.shop.call(ENDPOINTS.setPerformanceLeases, {
    params: params(),
    body: { mode, doors },
  })
  return answer.body.leases
}

async function leases(): Promise<PerformanceLeases> {
  return (await shop.shop.call(ENDPOINTS.getPerformanceLeases, { params: params() })).body.leases
}

const door = ({ sender }: IngestTablet, places?: number) => ({
  device_id: sender.device_id,
  ...(places !== undefined && { places }),
})

/** The tablet holds everything the feed has so far. */
async function pulls({ sender }: IngestTablet): Promise<void> {
  const { db } = shop.server.deps
  const { feed_pos } = await db
    .selectFrom('merchant_head')
    .select('feed_pos')
    .where('merchant_id', '=', shop.merchant_id)
    .executeTakeFirstOrThrow()
  await notePulled(
    db,
    pullerOf({ ...sender, store: { ...sender.store, code: shop.shop.store.code } }),
    feed_pos,
  )
}

const placesOf = ({ doors }: PerformanceLeases) =>
  Object.fromEntries(doors.map(({ label, places, held }) => [label, [places, held]]))

test('off unless somebody asks: a tablet is told of no leases', async () => {
  expect(await leases()).toEqual({ mode: 'off', room: 20, free: 20, doors: [] })
  expect(await venue.told('performance', venue.performance_id)).not.toHaveProperty('leases')
})

test('R-115: what two doors let in while offline, each within its places, counts in any order, on two servers', async () => {
  await split('manual', [door(north, 12), door(cellar, 8)])
  const told = await venue.told('performance', venue.performance_id)
  expect(told).toMatchObject({
    leases: expect.arrayContaining([{ device_id: cellar.sender.device_id, places: 8 }]),
  })
  const late = (tablet: IngestTablet, n: number) =>
    Array.from({ length: n }, (_, index) =>
      venue.walkIn(tablet, 1, { at: shop.at(-60_000 * (index + 1)) }),
    ).toReversed()
  const other = Object.assign(new IngestShop(shop.server, shop.shop), {
    ingest: createIngest(shop.server.deps),
  })
  const [up, down] = [late(north, 12), late(cellar, 8)]
  const outcomes = await Promise.all([
    north.outcomes(up),
    new IngestTablet(other, cellar.sender).outcomes(down),
  ])
  expect(new Set(outcomes.flat())).toEqual(new Set(['accepted']))
  expect(await venue.now()).toMatchObject({ inside: 20 })
  expect(placesOf(await leases())).toEqual({ 'North door': [0, 0], Cellar: [0, 0] })
})

test('R-115: beyond its places a door lets nobody in, and whoever has none leaves them alone', async () => {
  await split('manual', [door(cellar, 15)])
  expect(await cellar.outcomes([venue.walkIn(cellar, 16)])).toEqual(['PERFORMANCE_FULL'])
  expect(await north.outcomes([venue.walkIn(north, 6)])).toEqual(['PERFORMANCE_FULL'])
  expect(await north.outcomes([venue.walkIn(north, 5)])).toEqual(['accepted'])
})

test('R-117: places taken back are kept until the door has pulled and has nothing waiting', async () => {
  await split('manual', [door(cellar, 15)])
  await pulls(cellar)
  expect(placesOf(await split('off'))).toEqual({ Cellar: [0, 15] })
  await cellar.push([], DRAINED)
  expect(placesOf(await leases())).toEqual({ Cellar: [0, 15] })
  await pulls(cellar)
  await cellar.push([], { queue: { pending: 3, oldest_at: null } })
  expect(placesOf(await leases())).toEqual({ Cellar: [0, 15] })
  expect(await cellar.outcomes([venue.walkIn(cellar, 15)], DRAINED)).toEqual(['accepted'])
  expect(await leases()).toEqual({ mode: 'off', room: 5, free: 5, doors: [] })
})

test('R-118: equal parts run low at one door and are made equal again once the other was heard from', async () => {
  expect(placesOf(await split('automatic', [door(north), door(cellar)]))).toEqual({
    'North door': [10, 10],
    Cellar: [10, 10],
  })
  await north.push([venue.walkIn(north, 8)], DRAINED)
  expect(placesOf(await leases())).toEqual({ 'North door': [2, 2], Cellar: [6, 10] })
  await pulls(cellar)
  await cellar.push([], DRAINED)
  expect(placesOf(await leases())).toEqual({ 'North door': [6, 6], Cellar: [6, 6] })
})

test('a smaller house makes shares smaller; a tablet that is revoked holds nothing', async () => {
  await split('manual', [door(north, 10), door(cellar, 10)])
  const body = { capacity: 10 }
  await shop.shop.call(ENDPOINTS.updatePerformance, { params: params(), body })
  expect(placesOf(await leases())).toEqual({ 'North door': [5, 10], Cellar: [5, 10] })
  await shop.shop.call(ENDPOINTS.revokeDevice, {
    params: { id: north.sender.device_id },
    body: { reason: 'lost' },
  })
  expect(placesOf(await leases())).toEqual({ Cellar: [10, 10] })
})

test.each([
  { why: 'more than there is room', doors: () => [door(north, 21)] },
  { why: 'no door of ours', doors: () => [{ device_id: shop.merchant_id, places: 1 }] },
])('$why: VALIDATION, and nothing changes', async ({ doors }) => {
  const answer = await shop.shop.call(ENDPOINTS.setPerformanceLeases, {
    params: params(),
    body: { mode: 'manual', doors: doors() },
  })
  expect(answer).toMatchObject({ status: 422, problem: { code: 'VALIDATION' } })
  expect((await leases()).doors).toEqual([])
})
