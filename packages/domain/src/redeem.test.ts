import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JudgeInput } from './judgement'
import type { ProgramFact } from './loyalty-facts'
import {
  CARD,
  earnInput,
  input,
  NOON,
  opId,
  redeemInput,
  replay,
  REWARD,
  shop,
  stampInput,
  voidInput,
} from './testing'
import { type EpochMs, MINUTE, plus } from './time'

const POINTS = { kind: 'points' } as const
const FREE = { cooldown_minutes: 0, daily_limit: 1000 } as const

function costing(cost: number, program: Partial<ProgramFact>) {
  const world = shop(program)
  world.rewards.set(REWARD.id, { ...REWARD, cost })
  return world
}

function stamps(n: number, count: number): JudgeInput {
  return input(n, { kind: 'loyalty.stamp', data: { card_token: 'token', count } }, NOON)
}

describe('R-034, R-035 redeeming', () => {
  test.each([
    { amount: 4_999, code: 'INSUFFICIENT_BALANCE', left: 49 },
    { amount: 5_000, code: null, left: 0 },
    { amount: 5_100, code: null, left: 1 },
  ])('50 points after a purchase of $amount: $code', ({ amount, code, left }) => {
    const world = costing(50, POINTS)
    const [, verdict] = replay(world, [earnInput(1, NOON, amount), redeemInput(2, NOON)])
    expect(verdict?.code).toBe(code)
    expect(world.points.get(CARD.id)).toBe(left)
  })

  test('a refusal says what is there and what it takes', () => {
    const [, refused] = replay(costing(50, POINTS), [earnInput(1, NOON, 700), redeemInput(2, NOON)])
    expect(refused?.detail).toEqual({ balance: 7, needed: 50 })
  })

  test.each([
    { given: 9, cost: 1, code: 'INSUFFICIENT_BALANCE', left: 9 },
    { given: 10, cost: 1, code: null, left: 0 },
    { given: 19, cost: 2, code: 'INSUFFICIENT_BALANCE', left: 19 },
    { given: 23, cost: 2, code: null, left: 3 },
  ])('$cost full sets of ten out of $given stamps: $code', ({ given, cost, code, left }) => {
    const world = costing(cost, FREE)
    const [, verdict] = replay(world, [stamps(1, given), redeemInput(2, NOON)])
    expect(verdict?.code).toBe(code)
    expect(world.totals.get(CARD.id)).toBe(left)
  })

  test('what was redeemed takes up neither cooldown nor daily limit', () => {
    const world = costing(1, { daily_limit: 10 })
    const codes = replay(world, [stamps(1, 10), redeemInput(2, plus(NOON, 1))]).map((v) => v.code)
    expect(codes).toEqual([null, null])
    expect(world.stamps.get(CARD.id)).toHaveLength(1)
  })

  test('the last reward goes once', () => {
    const twice = [redeemInput(2, NOON), redeemInput(3, NOON)]
    const verdicts = replay(costing(50, POINTS), [earnInput(1, NOON, 5_000), ...twice])
    expect(verdicts.map(({ code }) => code)).toEqual([null, null, 'INSUFFICIENT_BALANCE'])
  })

  test('a reward that is ended, of another program, or of nobody is unknown', () => {
    const redeem = redeemInput(1, NOON)
    const ended = shop(POINTS)
    ended.rewards.set(REWARD.id, { ...REWARD, active: false })
    const foreign = shop(POINTS)
    foreign.rewards.set(REWARD.id, { ...REWARD, program_id: opId(77) })
    const none = redeemInput(1, NOON, { reward_id: opId(78) })
    expect(replay(ended, [redeem])[0]?.code).toBe('REWARD_UNKNOWN')
    expect(replay(foreign, [redeem])[0]?.code).toBe('REWARD_UNKNOWN')
    expect(replay(shop(POINTS), [none])[0]?.code).toBe('REWARD_UNKNOWN')
  })
})

describe('R-041, R-042 undoing', () => {
  test('undoing a redemption gives back what it took', () => {
    const world = costing(50, POINTS)
    replay(world, [earnInput(1, NOON, 6_000), redeemInput(2, NOON), voidInput(3, NOON, 2)])
    expect(world.points.get(CARD.id)).toBe(60)
  })

  test.each([
    { earned: 5_000, code: 'INSUFFICIENT_BALANCE' },
    { earned: 10_000, code: null },
  ])('undoing a purchase of 5000 after 50 points went: $code', ({ earned, code }) => {
    const world = costing(50, POINTS)
    const [, , , undone] = replay(world, [
      earnInput(1, NOON, 5_000),
      earnInput(2, NOON, earned - 5_000),
      redeemInput(3, NOON),
      voidInput(4, NOON, 1),
    ])
    expect(undone?.code).toBe(code)
  })

  test('nor is a stamp undone whose full card was redeemed, until the redemption is', () => {
    const world = costing(1, FREE)
    const codes = replay(world, [
      stamps(1, 9),
      stampInput(2, NOON),
      redeemInput(3, NOON),
      voidInput(4, NOON, 2),
      voidInput(5, NOON, 3),
      voidInput(6, NOON, 2),
    ]).map(({ code }) => code)
    expect(codes).toEqual([null, null, null, 'INSUFFICIENT_BALANCE', null, null])
    expect(world.totals.get(CARD.id)).toBe(9)
  })

  test.each([
    { after: 15 * MINUTE, code: null },
    { after: 15 * MINUTE + 1, code: 'VOID_TOO_LATE' },
  ])('$after ms after a redemption, undoing it is answered $code', ({ after, code }) => {
    const world = costing(1, POINTS)
    const inputs = [earnInput(1, NOON, 500), redeemInput(2, NOON)]
    const [, , undone] = replay(world, [...inputs, voidInput(3, plus(NOON, after), 2)])
    expect(undone?.code).toBe(code)
  })
})

interface Step {
  readonly kind: 'earn' | 'redeem' | 'stamp' | 'void'
  readonly value: number
}

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom<Step['kind']>('earn', 'redeem', 'stamp', 'void'),
    value: fc.integer({ min: 0, max: 9_000 }),
  }),
  { minLength: 1, maxLength: 14 },
)

function inputOf({ kind, value }: Step, n: number, at: EpochMs, all: number): JudgeInput {
  if (kind === 'earn') return earnInput(n, at, value)
  if (kind === 'redeem') return redeemInput(n, at)
  if (kind === 'stamp') return stamps(n, 1 + (value % 12))
  return voidInput(n, at, 1 + (value % all))
}

test.each<Partial<ProgramFact>>([POINTS, FREE])(
  'I2, I3: in any order of arrival the balance is the sum of what counts, never negative: %o',
  (program) => {
    const arrivals = steps.chain((all) => {
      const inputs = all.map((step, n) => inputOf(step, n + 1, plus(NOON, n), all.length))
      return fc.shuffledSubarray(inputs, { minLength: inputs.length, maxLength: inputs.length })
    })
    fc.assert(
      fc.property(arrivals, (inputs) => {
        const world = costing(program.kind === 'points' ? 30 : 1, program)
        for (const one of inputs) {
          replay(world, [one])
          const counts = [...world.targets.values()].filter(
            ({ status, voided }) => status === 'accepted' && !voided,
          )
          const sum = { points: 0, stamps: 0 }
          for (const { moved } of counts) {
            if (moved?.type === 'stamps') sum.stamps += moved.count
            if (moved?.type === 'balance') {
              sum.points += moved.points
              sum.stamps += moved.stamps
            }
          }
          expect(world.points.get(CARD.id) ?? 0).toBe(sum.points)
          expect(world.totals.get(CARD.id) ?? 0).toBe(sum.stamps)
          expect(Math.min(sum.points, sum.stamps)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  },
)
