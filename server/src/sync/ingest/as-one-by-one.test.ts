import { type Id, MINUTE } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyLedger } from '../../ledger/verify/verify-ledger'
import { IngestShop, type IngestTablet, type OpExtras, type WireOp } from '../testing'

// The same queues to twin cards: pushed at once, where all but the first are taken together, and
// one after the other.

let shop: IngestShop
let programs: { readonly stamps: Id; readonly points: Id; readonly reward: Id }
beforeAll(async () => {
  shop = await IngestShop.open()
  const rules = { cooldown_minutes: 15, daily_limit: 4, stamps_required: 3 }
  const points = await shop.program({ kind: 'points' })
  const body = { program_id: points, name: 'Cake', cost: 10 }
  const { reward } = (await shop.shop.call(ENDPOINTS.createReward, { body })).body
  programs = { stamps: await shop.program(rules), points, reward: reward.id }
})
afterAll(() => shop.close())

interface Deed {
  readonly what: 'stamp' | 'stamps' | 'fill' | 'earn' | 'take' | 'stranger' | 'broken' | 'copy'
  readonly minute: number
  readonly card: number
}

const deedArb: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(
    ...(['stamp', 'stamps', 'fill', 'earn', 'take', 'stranger', 'broken', 'copy'] as const),
  ),
  minute: fc.nat(90),
  card: fc.nat(1),
})
const queuesArb = fc.array(fc.array(deedArb, { minLength: 1, maxLength: 5 }), {
  minLength: 3,
  maxLength: 6,
})

interface Twin {
  readonly cards: readonly { readonly id: Id; readonly token: string }[]
  readonly points: { readonly id: Id; readonly token: string }
  readonly tablets: readonly IngestTablet[]
}

async function twinOf(queues: number): Promise<Twin> {
  const cards = [await shop.card(programs.stamps), await shop.card(programs.stamps)]
  const tablets = await Promise.all(Array.from({ length: queues }, () => shop.tablet()))
  return { cards, points: await shop.card(programs.points), tablets }
}

/** What each tablet hands in; a copy is the operation that was made last, at whatever tablet. */
function opsOf({ cards, points, tablets }: Twin, queues: readonly (readonly Deed[])[]): WireOp[][] {
  let last: WireOp | undefined
  const opOf = (tablet: IngestTablet, { what, minute, card }: Deed): WireOp => {
    const at: OpExtras = { at: shop.at((minute - 95) * MINUTE) }
    const token = cards[card]?.token ?? ''
    const on = { card_token: points.token }
    switch (what) {
      case 'stamp':
        return tablet.stamp(token, at)
      case 'stamps':
        return tablet.stamp(token, { ...at, count: 2 })
      case 'fill':
        return tablet.op('loyalty.redeem', { card_token: token }, at)
      case 'earn':
        return tablet.op('loyalty.earn', { ...on, amount_minor: 700, currency: 'EUR' }, at)
      case 'take':
        return tablet.op('loyalty.redeem', { ...on, reward_id: programs.reward }, at)
      case 'stranger':
        return tablet.stamp('AAAAAAAAAAAAAAAAAAAAAA', at)
      case 'broken':
        return tablet.op('loyalty.stamp', { card_token: 7 }, at)
      case 'copy':
        return last ?? tablet.stamp(token, at)
    }
  }
  return tablets.map((tablet, index) =>
    (queues[index] ?? [])
      .toSorted((a, b) => a.minute - b.minute)
      .map((deed) => (last = opOf(tablet, deed))),
  )
}

async function heldBy({ cards, points }: Twin) {
  const { db } = shop.server.deps
  return Promise.all(
    [...cards, points].map(({ id }) =>
      db
        .selectFrom('card')
        .select(['stamps', 'points', 'last_stamp_at'])
        .where('merchant_id', '=', shop.merchant_id)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    ),
  )
}

type Push = (index: number) => Promise<unknown>

const atOnce = (tablets: number, push: Push) =>
  Promise.all(Array.from({ length: tablets }, (_, index) => push(index)))

async function oneByOne(tablets: number, push: Push): Promise<unknown[]> {
  const answers: unknown[] = []
  for (let index = 0; index < tablets; index += 1) answers.push(await push(index))
  return answers
}

async function outcomeOf(queues: readonly (readonly Deed[])[], how: typeof oneByOne) {
  const twin = await twinOf(queues.length)
  const ops = opsOf(twin, queues)
  const answers = await how(queues.length, async (index) => {
    const answer = await twin.tablets[index]?.push(ops[index] ?? [])
    const verdicts = answer?.verdicts.map((verdict) => ({ ...verdict, id: undefined }))
    return { verdicts, last_seq: answer?.last_seq, missing: answer?.missing }
  })
  return { answers, held: await heldBy(twin) }
}

test('I2, I5: verdicts and balances of what goes together are those of one by one', async () => {
  await fc.assert(
    fc.asyncProperty(queuesArb, async (queues) => {
      const together = await outcomeOf(queues, atOnce)
      expect(together).toEqual(await outcomeOf(queues, oneByOne))
    }),
    { numRuns: 12 },
  )
  const { difference } = await verifyLedger(shop.server.deps.db, shop.merchant_id)
  expect(difference).toBeUndefined()
})
