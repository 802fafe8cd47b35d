/**
 * The wire to the database, cut at the very statement, and the server killed there: an operation
 * that was answered is there, one that was not is there whole or not at all, and once (I1, I2, I10).
 */
import type { Answer, Problem } from '../harness/answer'
import { sql } from '../harness/database'
import { DatabaseTap } from '../harness/database-tap'
import { ProductServer } from '../harness/server'
import type { TabletClient } from '../harness/tablet-client'
import type { Op } from '../harness/wire'
import { expect, must, outcome, type Shop, test as base, verdicts } from './world'

interface Tapped {
  readonly tap: DatabaseTap
  /** A second node, whose database is reached through the tap. */
  readonly node: ProductServer
}

const test = base.extend<object, { readonly tapped: Tapped }>({
  tapped: [
    async ({ server }, use) => {
      const tap = await DatabaseTap.open(server.database.url)
      const env = { PUBLIC_URL: server.origin }
      const node = await ProductServer.start({ database: { url: tap.url }, env })
      await use({ tap, node })
      await node.close()
      await tap.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})
test.describe.configure({ mode: 'serial', timeout: 90_000 })
test.afterEach(({ tapped: { tap } }) => {
  tap.onStatement = () => false
  tap.onAnswer = () => false
  tap.away = false
})

/** By its rows: the statement itself is prepared and goes over the wire once. */
const WRITE = /\{"[\da-f]{64}",/
const COMMIT = /Q[^]{4}commit\0/
const COMMITTED = /C[^]{4}COMMIT\0/

/** A tablet that speaks to the node behind the tap, and a batch of 200 stamps for a fresh card. */
async function batchAt(node: ProductServer, shop: Shop) {
  const tablet = await shop.tablet()
  tablet.origin = node.origin
  must(await tablet.push([]), 200)
  const program = await shop.program({ cooldown_minutes: 0, daily_limit: 1000 })
  const { card, token } = await shop.card(program)
  const ops = Array.from({ length: 200 }, () => tablet.op('loyalty.stamp', { card_token: token }))
  return { tablet, card, ops }
}

async function storedOps({ database }: ProductServer, ops: readonly Op[]): Promise<number> {
  const ids = ops.map(({ id }) => id)
  const text = 'select count(*)::int as n from operation where id = any($1::uuid[])'
  const [row] = await sql<{ n: number }>(database.url, text, [ids])
  return row?.n ?? 0
}

/** Sent again, all of it is accepted, once, and for good. */
async function expectHealed(shop: Shop, card: string, tablet: TabletClient, ops: readonly Op[]) {
  const first = await verdicts(tablet, ops)
  expect(first.map(outcome)).toEqual(ops.map(() => 'accepted'))
  expect(await verdicts(tablet, ops)).toEqual(first)
  const path = `/merchant/cards/${card}`
  const after = must(await shop.owner.get<{ card: { stamps: number } }>(path), 200)
  expect(after.card.stamps).toBe(ops.length)
}

function expectTryLater(answer: Answer): void {
  const { code, request_id } = answer.body as Problem
  expect(`${answer.status} ${code}`, answer.text).toBe('503 UNAVAILABLE')
  expect(request_id).toBe(answer.headers.get('x-request-id'))
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
}

const moments = [
  { moment: 'as the write leaves', on: 'onStatement', text: WRITE, stored: 0 },
  { moment: 'as the commit leaves', on: 'onStatement', text: COMMIT, stored: 0 },
  { moment: 'right after COMMIT', on: 'onAnswer', text: COMMITTED, stored: 200 },
] as const

for (const { moment, on, text, stored } of moments) {
  test(`kill -9 in a batch of 200, ${moment}`, async ({ server, harbour, tapped }) => {
    const { tap, node } = tapped
    const { tablet, card, ops } = await batchAt(node, harbour)
    let dead: Promise<void> | undefined
    tap[on] = (passing) => {
      if (text.test(passing)) dead ??= node.kill9()
      return dead !== undefined
    }
    await expect(tablet.push(ops)).rejects.toThrow()
    await dead
    tap[on] = () => false
    // The database notices that nobody is there any more, and gives up what was not committed.
    await expect.poll(() => storedOps(server, ops)).toBe(stored)
    await node.boot()
    await expectHealed(harbour, card.id, tablet, ops)
  })

  test(`the connection is cut in a batch of 200, ${moment}`, async ({
    server,
    harbour,
    tapped,
  }) => {
    const { tap, node } = tapped
    const { tablet, card, ops } = await batchAt(node, harbour)
    let cuts = 0
    tap[on] = (passing) => {
      if (cuts > 0 || !text.test(passing)) return false
      cuts += 1
      return true
    }
    expectTryLater(await tablet.push(ops))
    expect(cuts).toBe(1)
    await expect.poll(() => storedOps(server, ops)).toBe(stored)
    await expectHealed(harbour, card.id, tablet, ops)
  })
}

test('the database goes away under load and comes back: 503 meanwhile, hints flow again', async ({
  harbour,
  tapped: { tap, node },
}) => {
  const { tablet, card, ops } = await batchAt(node, harbour)
  const listening = new AbortController()
  let hints = 0
  // Whoever cannot be vouched for is let go, and comes again, as a tablet does.
  const live = (async () => {
    while (!listening.signal.aborted) {
      await (async () => {
        for await (const _ of tablet.live(listening.signal)) hints += 1
      })().catch(() => undefined)
      await new Promise((next) => setTimeout(next, 100))
    }
  })()
  const before = await Promise.all(
    [0, 1, 2].map((n) => tablet.push(ops.slice(n * 10, n * 10 + 10))),
  )
  for (const answer of before) must(answer, 200)
  tap.away = true
  for (const answer of await Promise.all([tablet.push(ops), tablet.pull(), tablet.push([])])) {
    expectTryLater(answer)
  }
  expect((await fetch(`${node.origin}/healthz`)).status).toBe(200)
  expect((await fetch(`${node.origin}/readyz`)).status).toBe(503)
  tap.away = false
  const readyz = async () => (await fetch(`${node.origin}/readyz`)).status
  await expect.poll(readyz, { timeout: 30_000 }).toBe(200)
  await expectHealed(harbour, card.id, tablet, ops)
  // Changed on the other node: only a connection for hints that was made anew can tell of it.
  const hear = async () => {
    const heard = hints
    await harbour.program()
    await new Promise((next) => setTimeout(next, 400))
    return hints > heard
  }
  await expect.poll(hear, { timeout: 40_000 }).toBe(true)
  listening.abort()
  await live
})

test('the database is away at boot and comes later', async ({ harbour, tapped: { tap, node } }) => {
  const { tablet, card, ops } = await batchAt(node, harbour)
  await node.stop()
  tap.away = true
  node.launch()
  const healthz = () =>
    fetch(`${node.origin}/healthz`).then(
      ({ status }) => status,
      () => 0,
    )
  await expect.poll(healthz, { timeout: 30_000 }).toBe(200)
  expectTryLater(await tablet.push(ops))
  expect((await fetch(`${node.origin}/readyz`)).status).toBe(503)
  tap.away = false
  await node.ready()
  await expectHealed(harbour, card.id, tablet, ops)
})
