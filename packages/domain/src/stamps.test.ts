import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyJudgement } from './apply'
import { localDayOf } from './day'
import type { StampFact } from './loyalty-facts'
import { judge } from './judge'
import type { JudgeInput } from './judgement'
import { cardProgress, cooldownRetryAt } from './stamps'
import { CARD, CARD_HASH, NOON, shop, stampInput, STORE } from './testing'
import { epochMs, formatInstant, HOUR, MINUTE, plus } from './time'

const COOLDOWN = 15 * MINUTE

function replay(inputs: readonly JudgeInput[], world = shop()) {
  return inputs.map((input) => {
    const judgement = judge(world, input)
    applyJudgement(world, input, judgement)
    return judgement.verdict
  })
}

describe('R-020 cooldown', () => {
  test.each([
    { apart: COOLDOWN - 1, refused: true },
    { apart: COOLDOWN, refused: false },
    { apart: -(COOLDOWN - 1), refused: true },
    { apart: -COOLDOWN, refused: false },
    { apart: 0, refused: true },
  ])('at $apart ms from a stamp that counts, refused is $refused', ({ apart, refused }) => {
    const [, second] = replay([stampInput(1, NOON), stampInput(2, plus(NOON, apart))])
    expect(second?.code).toBe(refused ? 'STAMP_COOLDOWN' : null)
  })

  test('says when the next stamp is free', () => {
    const [, second] = replay([stampInput(1, NOON), stampInput(2, plus(NOON, MINUTE))])
    expect(second?.detail).toEqual({ retry_at: formatInstant(plus(NOON, COOLDOWN)) })
  })

  test('a stamp between two others is refused until after the later one', () => {
    const world = shop()
    const verdicts = replay(
      [
        stampInput(1, NOON),
        stampInput(2, plus(NOON, 20 * MINUTE)),
        stampInput(3, plus(NOON, 10 * MINUTE)),
      ],
      world,
    )
    expect(verdicts[2]?.detail).toEqual({ retry_at: formatInstant(plus(NOON, 35 * MINUTE)) })
  })

  const stamps = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 }).map((minutes) =>
    minutes.map((minute, n): StampFact => ({
      op_id: `${n}`,
      at: epochMs(NOON + minute * MINUTE),
      count: 1,
    })),
  )
  test('whoever is refused is let in at exactly retry_at, and not a millisecond before', () => {
    fc.assert(
      fc.property(stamps, fc.integer({ min: 0, max: 300 * MINUTE }), (taken, offset) => {
        const at = plus(NOON, offset)
        const retryAt = cooldownRetryAt(taken, at, COOLDOWN as never)
        if (retryAt === undefined) return
        expect(cooldownRetryAt(taken, retryAt, COOLDOWN as never)).toBeUndefined()
        expect(cooldownRetryAt(taken, plus(retryAt, -1), COOLDOWN as never)).toBeDefined()
      }),
    )
  })
})

describe('R-021 daily limit', () => {
  const day = (n: number) => stampInput(n, plus(NOON, (n - 3) * 20 * MINUTE))

  test('the fifth stamp of a day counts, the sixth is refused and says the limit', () => {
    const verdicts = replay([1, 2, 3, 4, 5, 6].map(day))
    expect(verdicts.map(({ code }) => code)).toEqual([
      null,
      null,
      null,
      null,
      null,
      'STAMP_DAILY_LIMIT',
    ])
    expect(verdicts[5]?.detail).toEqual({ limit: 5, retry_at: '2026-11-20T23:00:00.000Z' })
  })

  test('the day ends at midnight in the zone of the store, not in UTC', () => {
    const world = shop({ daily_limit: 1 })
    const before = epochMs(Date.parse('2026-11-20T22:40:00Z'))
    const midnight = epochMs(Date.parse('2026-11-20T23:00:00Z'))
    const verdicts = replay([stampInput(1, before), stampInput(2, midnight)], world)
    expect(verdicts.map(({ code }) => code)).toEqual([null, null])
  })

  test('several stamps in one operation count each', () => {
    const many = stampInput(1, NOON)
    const op = { ...many.op, kind: 'loyalty.stamp', data: { card_token: 't', count: 6 } } as const
    expect(replay([{ ...many, op }])[0]?.code).toBe('STAMP_DAILY_LIMIT')
  })
})

test('R-020, R-021: whatever the order of arrival, no two stamps that count break the rules', () => {
  const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 48 * 60 }), { maxLength: 30 })
  fc.assert(
    fc.property(minutes, (order) => {
      const world = shop()
      replay(
        order.map((minute, n) => stampInput(n + 1, plus(NOON, minute * MINUTE))),
        world,
      )
      const counting = (world.stamps.get(CARD.id) ?? []).toSorted((a, b) => a.at - b.at)
      const perDay = new Map<string, number>()
      counting.forEach((stamp, n) => {
        const before = counting[n - 1]?.at ?? Number.NEGATIVE_INFINITY
        expect(stamp.at - before).toBeGreaterThanOrEqual(COOLDOWN)
        const local = localDayOf(stamp.at, STORE.time_zone)
        perDay.set(local, (perDay.get(local) ?? 0) + stamp.count)
      })
      for (const count of perDay.values()) expect(count).toBeLessThanOrEqual(5)
      expect(world.totals.get(CARD.id) ?? 0).toBe(counting.length)
    }),
  )
})

test.each([
  { total: 0, on_card: 0, full_sets: 0 },
  { total: 9, on_card: 9, full_sets: 0 },
  { total: 10, on_card: 0, full_sets: 1 },
  { total: 23, on_card: 3, full_sets: 2 },
])('R-022: $total stamps of ten show as $on_card and $full_sets full', ({ total, ...shown }) => {
  expect(cardProgress(total, 10)).toEqual(shown)
})

describe('R-023 what a stamp needs', () => {
  const verdictOf = (input: JudgeInput, world = shop()) => judge(world, input).verdict.code

  test('a card that is known and not blocked', () => {
    expect(verdictOf(stampInput(1, NOON, { token_hash: 'other' }))).toBe('CARD_UNKNOWN')
    const world = shop()
    world.cards.set(CARD_HASH, { ...CARD, status: 'blocked' })
    expect(verdictOf(stampInput(1, NOON), world)).toBe('CARD_BLOCKED')
  })

  test('a program of stamps that is active', () => {
    expect(verdictOf(stampInput(1, NOON), shop({ active: false }))).toBe('PROGRAM_INACTIVE')
    expect(verdictOf(stampInput(1, NOON), shop({ kind: 'points' }))).toBe('PROGRAM_INACTIVE')
  })

  test('a tablet that has the job', () => {
    const by = { type: 'device', device_id: 'd', jobs: ['door'] } as const
    expect(verdictOf(stampInput(1, NOON, { by }))).toBe('JOB_NOT_ALLOWED')
  })

  test('a sign-on where the program asks for a PIN, but not from a signed-in user', () => {
    const world = shop({ pin_required: true })
    expect(verdictOf(stampInput(1, NOON), world)).toBe('SIGN_ON_MISSING')
    const by = { type: 'user', user_id: 'u' } as const
    expect(verdictOf(stampInput(1, NOON, { by }), world)).toBeNull()
  })
})

test('R-021: a day of 25 hours holds one limit', () => {
  const start = epochMs(Date.parse('2026-10-24T22:00:00Z'))
  const world = shop({ daily_limit: 1 })
  const codes = [0, 24.9, 25].map((hours, n) => {
    const input = stampInput(n + 1, epochMs(start + hours * HOUR))
    const judgement = judge(world, input)
    applyJudgement(world, input, judgement)
    return judgement.verdict.code
  })
  expect(codes).toEqual([null, 'STAMP_DAILY_LIMIT', null])
})
