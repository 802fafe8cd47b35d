import { ENDPOINTS } from '@counterfoil/protocol'
import { plus } from '@counterfoil/domain'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IngestShop, type IngestTablet, type OpExtras, type WireOp } from '../testing'

const COST = 10

let shop: IngestShop
let tablet: IngestTablet
let other: IngestTablet
let program: string
let reward: string

beforeAll(async () => {
  shop = await IngestShop.open()
  program = await shop.program({ kind: 'points' })
  reward = await rewardOf(program, COST)
  tablet = await shop.tablet()
  other = await shop.tablet()
})
afterAll(() => shop.close())

async function rewardOf(program_id: string, cost: number): Promise<string> {
  const body = { program_id, name: 'Cake', cost }
  return (await shop.shop.call(ENDPOINTS.createReward, { body })).body.reward.id
}

const earn = (by: IngestTablet, card_token: string, amount_minor: number, extras: OpExtras = {}) =>
  by.op('loyalty.earn', { card_token, amount_minor, currency: 'EUR' }, extras)
const redeem = (by: IngestTablet, card_token: string, reward_id = reward, extras: OpExtras = {}) =>
  by.op('loyalty.redeem', { card_token, reward_id }, extras)
const undo = (by: IngestTablet, op_id: string) => by.op('op.void', { op_id, reason: '' })

async function held(card: string): Promise<{ points: number; stamps: number }> {
  return (await shop.shop.call(ENDPOINTS.getCard, { params: { id: card } })).body.card
}

async function ledger(card_id: string) {
  return (await shop.shop.call(ENDPOINTS.listLedger, { query: { card_id } })).body.items
}

describe('points', () => {
  test('a purchase earns, a reward costs; the ledger says what moved, and for what', async () => {
    const card = await shop.card(program)
    const ops = [earn(tablet, card.token, 1_599), redeem(tablet, card.token)]
    const { verdicts } = await tablet.push(ops)
    expect(verdicts.map(({ detail }) => detail)).toEqual([
      { points: 15, balance: 15 },
      { balance: 5, cost: COST },
    ])
    expect(await held(card.id)).toMatchObject({ points: 5, stamps: 0 })
    const [taken, given] = await ledger(card.id)
    expect(given).toMatchObject({ points: 15, amount_minor: 1_599, currency: 'EUR', stamps: 0 })
    expect(taken).toMatchObject({
      points: -COST,
      reward_id: reward,
      names: { reward_name: 'Cake' },
    })
    expect(given).not.toHaveProperty('reward_id')
  })

  test('tablets are told the sum and what moved lately, so that nothing is counted twice', async () => {
    const card = await shop.card(program)
    const op = earn(tablet, card.token, 700)
    await tablet.push([op])
    const { data } = await shop.server.deps.db
      .selectFrom('feed')
      .select('data')
      .where('merchant_id', '=', shop.merchant_id)
      .where('id', '=', card.id)
      .executeTakeFirstOrThrow()
    expect(data).toMatchObject({ points: 7, moves: [{ op_id: op.id, points: 7, stamps: 0 }] })
  })

  test('two counters, one reward left: it goes once', async () => {
    const card = await shop.card(program)
    await tablet.push([earn(tablet, card.token, COST * 100)])
    const outcomes = await Promise.all(
      [tablet, other].map((by) => by.outcomes([redeem(by, card.token)])),
    )
    expect(outcomes.flat().toSorted()).toEqual(['INSUFFICIENT_BALANCE', 'accepted'])
    expect(await held(card.id)).toMatchObject({ points: 0 })
  })

  test('a purchase whose points are spent is undone only after the redemption is', async () => {
    const card = await shop.card(program)
    const bought = earn(tablet, card.token, COST * 100)
    const took = redeem(tablet, card.token)
    await tablet.push([bought, took])
    expect(await tablet.outcomes([undo(tablet, bought.id), undo(tablet, took.id)])).toEqual([
      'INSUFFICIENT_BALANCE',
      'accepted',
    ])
    expect(await tablet.outcomes([undo(tablet, bought.id)])).toEqual(['accepted'])
    expect(await held(card.id)).toMatchObject({ points: 0 })
  })

  test.each([
    { amount_minor: -1 },
    { amount_minor: 1.5 },
    { amount_minor: 2 ** 53 },
    { amount_minor: '5' },
    { currency: 'eur' },
    { currency: undefined },
    { receipt: '' },
    { points: 5 },
  ])('a purchase with %o is malformed, and moves nothing', async (part) => {
    const card = await shop.card(program)
    const data = { card_token: card.token, amount_minor: 500, currency: 'EUR', ...part }
    expect(await tablet.outcomes([tablet.op('loyalty.earn', data)])).toEqual(['OP_MALFORMED'])
    expect(await held(card.id)).toMatchObject({ points: 0 })
  })

  test('the largest amount there is earns the most that one purchase may', async () => {
    const card = await shop.card(program)
    await tablet.push([earn(tablet, card.token, Number.MAX_SAFE_INTEGER)])
    expect(await held(card.id)).toMatchObject({ points: 10_000 })
  })
})

describe('full cards', () => {
  test('ten stamps are a reward; what goes is no stamp of today’s', async () => {
    const stamped = await shop.program({ cooldown_minutes: 0, daily_limit: 12 })
    const card = await shop.card(stamped)
    const outcomes = await tablet.outcomes([
      tablet.stamp(card.token, { count: 9 }),
      redeem(tablet, card.token, stamped),
      tablet.stamp(card.token, { count: 2 }),
      redeem(tablet, card.token, stamped),
      tablet.stamp(card.token),
    ])
    const fine = 'accepted'
    expect(outcomes).toEqual([fine, 'INSUFFICIENT_BALANCE', fine, fine, fine])
    expect(await held(card.id)).toMatchObject({ stamps: 2 })
    expect((await ledger(card.id))[1]).toMatchObject({ stamps: -10 })
  })

  test('a reward of another program is unknown', async () => {
    const card = await shop.freeCard()
    expect(await tablet.outcomes([redeem(tablet, card.token)])).toEqual(['REWARD_UNKNOWN'])
  })
})

describe('reviews', () => {
  async function reviewOf(op: WireOp) {
    const { items } = (await shop.shop.call(ENDPOINTS.listReviews, {})).body
    const review = items.find(({ op_id }) => op_id === op.id)
    return {
      actions: review?.actions,
      resolve: (action: 'accept' | 'void') =>
        shop.shop.call(ENDPOINTS.resolveReview, {
          params: { id: review?.id ?? '' },
          body: { action, note: '' },
        }),
    }
  }

  test('a redemption is accepted after all once the balance reaches, and not before', async () => {
    const card = await shop.card(program)
    const refused = redeem(tablet, card.token)
    expect(await tablet.outcomes([refused])).toEqual(['INSUFFICIENT_BALANCE'])
    const { actions, resolve } = await reviewOf(refused)
    expect(actions).toEqual(['accept', 'dismiss'])
    const early = await resolve('accept')
    expect([early.status, early.problem?.code]).toEqual([409, 'CONFLICT'])
    await tablet.push([earn(tablet, card.token, 1_200)])
    expect((await resolve('accept')).status).toBe(200)
    expect(await held(card.id)).toMatchObject({ points: 2 })
    expect((await ledger(card.id))[0]).toMatchObject({ kind: 'review.accept', points: -COST })
  })

  test('a purchase that was refused is given its points; one that counts is taken back', async () => {
    const card = await shop.card(program)
    const params = { id: card.id }
    await shop.shop.call(ENDPOINTS.updateCard, { params, body: { status: 'blocked' } })
    const refused = earn(tablet, card.token, 2_000)
    await tablet.push([refused])
    await shop.shop.call(ENDPOINTS.updateCard, { params, body: { status: 'active' } })
    await (await reviewOf(refused)).resolve('accept')
    expect(await held(card.id)).toMatchObject({ points: 20 })
    const shown = { status: 'rejected', code: 'CARD_BLOCKED' } as const
    const unwanted = earn(tablet, card.token, 500, { shown })
    await tablet.push([unwanted])
    await (await reviewOf(unwanted)).resolve('void')
    expect(await held(card.id)).toMatchObject({ points: 20 })
  })

  test('what has been redeemed is not voided by a review either', async () => {
    const card = await shop.card(program)
    const shown = { status: 'rejected', code: 'CARD_BLOCKED' } as const
    const op = earn(tablet, card.token, COST * 100, { shown })
    await tablet.push([op, redeem(tablet, card.token)])
    expect((await (await reviewOf(op)).resolve('void')).problem?.code).toBe('CONFLICT')
    expect(await held(card.id)).toMatchObject({ points: 0 })
  })

  test('money of another currency earns nothing, whoever decides', async () => {
    const card = await shop.card(program)
    const data = { card_token: card.token, amount_minor: 500, currency: 'USD' }
    const op = tablet.op('loyalty.earn', data)
    expect(await tablet.outcomes([op])).toEqual(['OP_MALFORMED'])
    expect((await (await reviewOf(op)).resolve('accept')).problem?.code).toBe('CONFLICT')
  })
})

const stepArb = fc.record({
  by: fc.nat(1),
  kind: fc.constantFrom('earn', 'redeem', 'undo'),
  value: fc.integer({ min: 1, max: 2_500 }),
})

test('I2, I3: in any order, however often, the balance is the sum of the ledger, never negative', async () => {
  const tablets = [tablet, other]
  const days = fc.array(stepArb, { minLength: 3, maxLength: 16 })
  const shuffles = fc.array(fc.nat(), { minLength: 4, maxLength: 24 })
  const check = fc.asyncProperty(days, shuffles, async (steps, order) => {
    const card = await shop.card(program)
    const sent: { readonly by: IngestTablet; readonly op: WireOp }[] = []
    for (const [index, { by: which, kind, value }] of steps.entries()) {
      const by = tablets[which] ?? tablet
      const extras = { at: plus(shop.now(), index - 60_000) }
      const target = sent[value % Math.max(1, sent.length)]?.op.id
      if (kind === 'earn') sent.push({ by, op: earn(by, card.token, value, extras) })
      else if (kind === 'redeem') sent.push({ by, op: redeem(by, card.token, reward, extras) })
      else if (target !== undefined) sent.push({ by, op: undo(by, target) })
    }
    const picked = order.flatMap((n) => sent[n % sent.length] ?? [])
    const verdicts = new Map<string, unknown>()
    for (const { by, op } of [...picked, ...sent]) {
      for (const verdict of (await by.push([op])).verdicts) {
        expect(verdicts.get(verdict.id) ?? verdict).toEqual(verdict)
        verdicts.set(verdict.id, verdict)
      }
      expect((await held(card.id)).points).toBeGreaterThanOrEqual(0)
    }
    const entries = await ledger(card.id)
    const sum = entries.reduce((total, { points = 0 }) => total + points, 0)
    expect((await held(card.id)).points).toBe(sum)
    expect(entries.length).toBeLessThanOrEqual(sent.length)
  })
  await fc.assert(check, { numRuns: 8 })
}, 60_000)
