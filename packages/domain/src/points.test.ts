import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earnedOn, pointsFor } from './points'
import { CARD, earnInput, NOON, replay, shop, signOnInput } from './testing'
import { plus } from './time'

const RULES = { points_per_unit: 1, min_amount_minor: 0, max_points_per_op: 10_000 }
const MOST = Number.MAX_SAFE_INTEGER

describe('R-030 points of a purchase', () => {
  test.each([
    { amount: 0, rate: 1, points: 0 },
    { amount: 99, rate: 1, points: 0 },
    { amount: 100, rate: 1, points: 1 },
    { amount: 1250, rate: 1, points: 12 },
    { amount: 49, rate: 2, points: 0 },
    { amount: 50, rate: 2, points: 1 },
    { amount: 1999, rate: 3, points: 59 },
  ])('$amount minor units at $rate per 100 are $points points', ({ amount, rate, points }) => {
    expect(pointsFor({ ...RULES, points_per_unit: rate }, amount)).toBe(points)
  })

  const rules = fc.record({
    points_per_unit: fc.integer({ min: 1, max: 10_000 }),
    min_amount_minor: fc.integer({ min: 0, max: 10_000 }),
    max_points_per_op: fc.integer({ min: 1, max: 1_000_000 }),
  })
  const amounts = fc.oneof(fc.maxSafeNat(), fc.nat({ max: 100_000 }))
  test('exact for every amount, whatever the product would be', () => {
    fc.assert(
      fc.property(rules, amounts, (program, amount) => {
        const exact = (BigInt(amount) * BigInt(program.points_per_unit)) / 100n
        const most = BigInt(program.max_points_per_op)
        const wanted = amount < program.min_amount_minor ? 0n : exact > most ? most : exact
        expect(BigInt(pointsFor(program, amount))).toBe(wanted)
      }),
    )
  })
})

test.each([
  { amount: 499, points: 0 },
  { amount: 500, points: 5 },
])('R-031: with a smallest purchase of 500, $amount earns $points', ({ amount, points }) => {
  const world = shop({ kind: 'points', min_amount_minor: 500 })
  const [verdict] = replay(world, [earnInput(1, NOON, amount)])
  expect(verdict).toMatchObject({ status: 'accepted', detail: { points, balance: points } })
})

test.each([
  { amount: 9_999, points: 99 },
  { amount: 10_000, points: 100 },
  { amount: 10_100, points: 100 },
  { amount: MOST, points: 100 },
])('R-032: with at most 100 points a purchase, $amount earns $points', ({ amount, points }) => {
  expect(pointsFor({ ...RULES, max_points_per_op: 100 }, amount)).toBe(points)
})

test('R-032: a balance stays an integer that every language prints alike', () => {
  expect(earnedOn(MOST - 5, RULES, 900)).toBe(5)
  expect(earnedOn(MOST, RULES, 900)).toBe(0)
})

test('R-033: money of another currency earns nothing and says which one does', () => {
  const world = shop({ kind: 'points' })
  const [verdict] = replay(world, [earnInput(1, NOON, 500, { currency: 'USD' })])
  expect(verdict).toMatchObject({ code: 'OP_MALFORMED', detail: { currency: 'EUR' } })
  expect(world.points.get(CARD.id)).toBeUndefined()
})

test('R-023: a card of stamps earns no points, nor does a blocked one, nor one of an ended program', () => {
  const earn = earnInput(1, NOON, 500)
  expect(replay(shop(), [earn])[0]?.code).toBe('PROGRAM_INACTIVE')
  expect(replay(shop({ kind: 'points', active: false }), [earn])[0]?.code).toBe('PROGRAM_INACTIVE')
  const blocked = shop({ kind: 'points' })
  blocked.cards.set('hash-of-the-card', { ...CARD, status: 'blocked' })
  expect(replay(blocked, [earn])[0]?.code).toBe('CARD_BLOCKED')
  expect(replay(shop(), [earnInput(1, NOON, 1, { token_hash: 'x' })])[0]?.code).toBe('CARD_UNKNOWN')
})

test('R-014, R-023: where the program asks for a PIN, points are earned under a sign-on', () => {
  const world = shop({ kind: 'points', pin_required: true })
  const codes = replay(world, [
    earnInput(1, NOON, 500),
    signOnInput(2, NOON, true),
    earnInput(3, plus(NOON, 1), 500, { sign_on: '01930000-0000-7000-8000-000000000002' }),
  ]).map(({ code }) => code)
  expect(codes).toEqual(['SIGN_ON_MISSING', null, null])
})
