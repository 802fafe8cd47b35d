import { localDayOf, MINUTE, plus } from '@counterfoil/domain'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { IngestShop, type IngestTablet, type WireOp } from '../testing'

const COOLDOWN = 30
const LIMIT = 4
const ZONE = 'Europe/Luxembourg'

let shop: IngestShop
let program: string
beforeAll(async () => {
  shop = await IngestShop.open()
  program = await shop.program({ cooldown_minutes: COOLDOWN, daily_limit: LIMIT })
})
afterAll(() => shop.close())

/** Busy hours around one midnight, and a quiet day: most stamps have neighbours on both sides. */
const minuteArb = fc
  .tuple(fc.constantFrom(14 * 60, 23 * 60, 40 * 60), fc.nat(150))
  .map(([from, minute]) => from + minute)

/** Stamps of two tablets over two days; each tablet's own clock only goes forward. */
const dayArb = fc.array(
  fc.record({
    tablet: fc.nat(1),
    minute: minuteArb,
    count: fc.integer({ min: 1, max: 2 }),
  }),
  { minLength: 2, maxLength: 14 },
)

/** Which ops go into which batches: every one at least once, in any order, some again. */
const deliveryArb = fc.record({
  order: fc.array(fc.nat(), { maxLength: 40 }),
  size: fc.integer({ min: 1, max: 6 }),
})

interface Sent {
  readonly tablet: IngestTablet
  readonly op: WireOp
}

function plan(sent: readonly Sent[], order: readonly number[], size: number): Sent[][] {
  const picked = order.flatMap((n) => sent[n % sent.length] ?? [])
  const all = [...picked, ...sent.filter((one) => !picked.includes(one))]
  const batches: Sent[][] = []
  for (const one of all) {
    const last = batches.at(-1)
    if (last !== undefined && last.length < size && last[0]?.tablet === one.tablet) last.push(one)
    else batches.push([one])
  }
  return batches
}

interface Counted {
  readonly at: number
  readonly count: number
}

async function stored(card: string): Promise<{ ops: number; counting: Counted[]; ledger: number }> {
  const { db } = shop.server.deps
  const operations = await db
    .selectFrom('operation')
    .select(['occurred_at', 'status', 'data'])
    .where('merchant_id', '=', shop.merchant_id)
    .where('card_id', '=', card)
    .execute()
  const entries = await db
    .selectFrom('ledger_entry')
    .select('body')
    .where('merchant_id', '=', shop.merchant_id)
    .where('card_id', '=', card)
    .execute()
  const accepted = operations.filter(({ status }) => status === 'accepted')
  return {
    ops: operations.length,
    counting: accepted.map(({ occurred_at, data }) => ({
      at: occurred_at,
      count: Number(data['count']),
    })),
    ledger: entries.reduce((sum, { body }) => sum + Number(body['stamps']), 0),
  }
}

test('in any order, however often: one verdict an op, no two stamps too near, no day too full', async () => {
  const tablets = await Promise.all([shop.tablet(), shop.tablet()])
  const check = fc.asyncProperty(dayArb, deliveryArb, async (day, { order, size }) => {
    const card = await shop.card(program)
    const start = shop.at(-3 * 24 * 60 * MINUTE)
    const sent = day
      .toSorted((a, b) => a.minute - b.minute)
      .flatMap(({ tablet: which, minute, count }): Sent[] => {
        const tablet = tablets[which]
        if (tablet === undefined) return []
        return [
          { tablet, op: tablet.stamp(card.token, { at: plus(start, minute * MINUTE), count }) },
        ]
      })
    const verdicts = new Map<string, unknown>()
    for (const batch of plan(sent, order, size)) {
      const answer = await batch[0]?.tablet.push(batch.map(({ op }) => op))
      for (const verdict of answer?.verdicts ?? []) {
        expect(verdicts.get(verdict.id) ?? verdict).toEqual(verdict)
        verdicts.set(verdict.id, verdict)
      }
    }
    const { ops, counting, ledger } = await stored(card.id)
    expect(ops).toBe(sent.length)
    const total = counting.reduce((sum, { count }) => sum + count, 0)
    expect([await shop.stampsOn(card.id), ledger]).toEqual([total, total])
    const times = counting.map(({ at }) => at).toSorted((a, b) => a - b)
    times.slice(1).forEach((at, index) => {
      expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(COOLDOWN * MINUTE)
    })
    const days = new Map<string, number>()
    for (const { at, count } of counting) {
      const day = localDayOf(plus(shop.now(), at - shop.now()), ZONE)
      days.set(day, (days.get(day) ?? 0) + count)
    }
    for (const count of days.values()) expect(count).toBeLessThanOrEqual(LIMIT)
    expect(counting.length).toBeGreaterThan(0)
  })
  await fc.assert(check, { numRuns: 20 })
}, 90_000)

test('eight tablets stamping one card at once: one stamp counts', async () => {
  const card = await shop.card(program)
  const tablets = await Promise.all(Array.from({ length: 8 }, () => shop.tablet()))
  const outcomes = await Promise.all(
    tablets.map((tablet) => tablet.outcomes([tablet.stamp(card.token)])),
  )
  expect(outcomes.flat().filter((outcome) => outcome === 'accepted')).toHaveLength(1)
  expect(await shop.stampsOn(card.id)).toBe(1)
})
