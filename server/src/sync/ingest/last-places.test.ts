import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyLedger } from '../../ledger/verify/verify-ledger'
import { IngestShop, IngestTablet, type WireOp } from '../testing'
import { type TestTicket, Venue } from '../testing-door'
import { createIngest } from './ingest'

const TABLETS = 32
const PLACES = 20
const INSIDE = 80

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

/** A server of its own on the same database: its own queues, nothing in common but the rows. */
function anotherServer(): IngestShop {
  const other = new IngestShop(shop.server, shop.shop)
  return Object.assign(other, { ingest: createIngest(shop.server.deps) })
}

async function most(venue: Venue): Promise<number> {
  const rows = await shop.server.deps.db
    .selectFrom('movement')
    .select(['occurred_at', 'people'])
    .where('merchant_id', '=', shop.merchant_id)
    .where('performance_id', '=', venue.performance_id)
    .where('voided', '=', false)
    .execute()
  return Math.max(
    ...rows.map(({ occurred_at: at }) =>
      rows.reduce((sum, row) => (row.occurred_at <= at ? sum + row.people : sum), 0),
    ),
  )
}

/** Some go in by ticket, some as guests, some out again; what happened when is anybody's guess. */
function evening(venue: Venue, door: IngestTablet, tickets: readonly TestTicket[], n: number) {
  const at = (minutes: number) => ({ at: shop.at(-minutes * 60_000) })
  const ops: WireOp[] = [venue.walkIn(door, 1, at(50 - n))]
  for (const [index, ticket] of tickets.entries()) {
    ops.push(venue.admit(door, ticket, at(40 - ((n * 7 + index * 13) % 30))))
  }
  const [own] = tickets
  if (n % 4 === 0 && own !== undefined) ops.push(venue.exit(door, own, at(2)))
  return ops
}

test('I4: 32 tablets on two servers admitting into the last 20 places never exceed them, nor any ticket', async () => {
  const venue = await Venue.open(shop, { capacity: INSIDE + PLACES })
  const first = await venue.door('First')
  const before = venue.walkIn(first, INSIDE, { at: shop.at(-3_600_000) })
  expect(await first.outcomes([before])).toEqual(['accepted'])
  const tickets: TestTicket[] = []
  for (let n = 0; n < TABLETS; n += 1) tickets.push(await venue.ticket({ party_size: 2 }))
  const servers = [shop, anotherServer()]
  const pushes: (() => Promise<string[]>)[] = []
  for (let n = 0; n < TABLETS; n += 1) {
    const { sender } = await venue.door(`Door ${n}`)
    const [mine, other] = [n, (n + 1) % TABLETS].map((of) => tickets[of])
    const shown = [mine, other, mine].filter((ticket) => ticket !== undefined)
    const ops = evening(venue, new IngestTablet(shop, sender), shown, n)
    // Every batch goes to both servers at once, as after an answer that was lost.
    for (const server of servers) {
      pushes.push(() => new IngestTablet(server, sender).outcomes(ops))
    }
  }
  const outcomes = await Promise.all(pushes.map((push) => push()))
  for (let n = 0; n < TABLETS; n += 1) expect(outcomes[2 * n]).toEqual(outcomes[2 * n + 1])
  expect(await most(venue)).toBe(INSIDE + PLACES)
  expect(
    outcomes.flat().filter((outcome) => outcome === 'PERFORMANCE_FULL').length,
  ).toBeGreaterThan(0)
  const { db } = shop.server.deps
  const used = await db.selectFrom('ticket').select(['admitted', 'party_size']).execute()
  for (const { admitted, party_size } of used) expect(admitted).toBeLessThanOrEqual(party_size)
  expect((await verifyLedger(db, shop.merchant_id)).difference).toBeUndefined()
}, 60_000)

test('two servers, two doors, one ticket: one counts', async () => {
  const venue = await Venue.open(shop)
  const ticket = await venue.ticket()
  const doors = await Promise.all([venue.door('North door'), venue.door('South door')])
  const servers = [shop, anotherServer()]
  const outcomes = await Promise.all(
    doors.map(({ sender }, n) => {
      const door = new IngestTablet(servers[n] ?? shop, sender)
      return door.outcomes([venue.admit(door, ticket)])
    }),
  )
  expect(outcomes.flat().toSorted()).toEqual(['TICKET_ALREADY_ADMITTED', 'accepted'])
  expect((await venue.now()).inside).toBe(1)
})
