import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyJudgement } from './apply'
import type { World } from './facts'
import { judge } from './judge'
import type { JudgeInput } from './judgement'
import {
  DEVICE,
  input,
  NOON,
  OTHER_DEVICE,
  opId,
  shop,
  signOnInput,
  STAFF,
  stampInput,
} from './testing'
import { type EpochMs, epochMs, formatInstant, HOUR, MINUTE, plus, SECOND } from './time'

function run(world: World, ...inputs: JudgeInput[]) {
  return inputs.map((one) => {
    const judgement = judge(world, one)
    applyJudgement(world, one, judgement)
    return judgement.verdict
  })
}

/** Wrong PINs on one device, a second apart, numbered from `first`. */
function wrongs(count: number, from: EpochMs, first = 1, deviceId?: string) {
  const by = { type: 'device', device_id: deviceId ?? DEVICE, jobs: ['loyalty'] } as const
  return Array.from({ length: count }, (_, n) =>
    signOnInput(first + n, plus(from, n * SECOND), false, { by }),
  )
}

describe('R-011 five wrong PINs lock the person on the device', () => {
  test('attempts count down; the fifth says until when', () => {
    const verdicts = run(shop(), ...wrongs(5, NOON))
    expect(verdicts.map(({ detail }) => detail['attempts_left'])).toEqual([4, 3, 2, 1, 0])
    const fifth = plus(NOON, 4 * SECOND)
    expect(verdicts[4]?.detail['locked_until']).toBe(formatInstant(plus(fifth, 30 * MINUTE)))
  })

  test.each([
    { after: 30 * MINUTE - 1, code: 'STAFF_LOCKED' },
    { after: 30 * MINUTE, code: null },
  ])('$after ms after the fifth, the right PIN is answered $code', ({ after, code }) => {
    const world = shop()
    run(world, ...wrongs(5, NOON))
    const at = plus(NOON, 4 * SECOND + after)
    expect(run(world, signOnInput(9, at, true))[0]?.code).toBe(code)
  })

  test('a right PIN clears the count', () => {
    const world = shop()
    run(world, ...wrongs(4, NOON), signOnInput(5, plus(NOON, MINUTE), true))
    const [next] = run(world, signOnInput(6, plus(NOON, 2 * MINUTE), false))
    expect(next?.detail).toEqual({ attempts_left: 4 })
  })

  test('another device is not locked', () => {
    const world = shop()
    run(world, ...wrongs(5, NOON))
    const by = { type: 'device', device_id: OTHER_DEVICE, jobs: ['loyalty'] } as const
    expect(run(world, signOnInput(9, plus(NOON, MINUTE), true, { by }))[0]?.code).toBeNull()
  })

  test('after a lock the count starts anew', () => {
    const world = shop()
    run(world, ...wrongs(5, NOON))
    const [next] = run(world, signOnInput(9, plus(NOON, HOUR), false))
    expect(next?.detail).toEqual({ attempts_left: 4 })
  })
})

describe('R-013 a locked person is told nothing about right or wrong', () => {
  test('the same answer for the right PIN, a wrong one and an unreadable one; nothing counts', () => {
    const world = shop()
    run(world, ...wrongs(5, NOON))
    const before = [...world.pin_counters, ...world.person_pins]
    const at = plus(NOON, MINUTE)
    const verdicts = run(
      world,
      signOnInput(10, at, true),
      signOnInput(11, at, false),
      signOnInput(12, at, false, { pin: 'unreadable' }),
    )
    expect(new Set(verdicts.map((verdict) => JSON.stringify(verdict))).size).toBe(1)
    expect([...world.pin_counters, ...world.person_pins]).toEqual(before)
  })
})

describe('R-012 twenty wrong PINs within 24 hours lock the person everywhere', () => {
  const devices = [1, 2, 3, 4].map((n) => opId(0xd0 + n))
  const spread = (from: EpochMs) =>
    devices.flatMap((device, n) => wrongs(4, plus(from, n * MINUTE), 100 + n * 4, device))

  test('over many devices, none of which is locked by itself', () => {
    const world = shop()
    const five = devices.concat(opId(0xd9))
    const all = five.flatMap((device, n) => wrongs(4, plus(NOON, n * MINUTE), 1 + n * 4, device))
    const verdicts = run(world, ...all)
    expect(verdicts[18]?.detail['locked_until']).toBeUndefined()
    const twentieth = plus(NOON, 4 * MINUTE + 3 * SECOND)
    expect(verdicts[19]?.detail['locked_until']).toBe(formatInstant(plus(twentieth, 24 * HOUR)))
    const late = signOnInput(99, plus(twentieth, 24 * HOUR - 1), true)
    const free = signOnInput(98, plus(twentieth, 24 * HOUR), true)
    expect(run(world, late, free).map(({ code }) => code)).toEqual(['STAFF_LOCKED', null])
  })

  test('wrong PINs of the day before do not count', () => {
    const world = shop()
    run(world, ...spread(NOON))
    const next = plus(NOON, 25 * HOUR)
    const verdicts = run(world, ...wrongs(4, next, 50))
    expect(verdicts.map(({ detail }) => detail['attempts_left'])).toEqual([4, 3, 2, 1])
  })

  test('a tablet that backdates its attempts is held to when they arrived', () => {
    const world = shop()
    const received_at = NOON
    const backdated = Array.from({ length: 30 }, (_, n) =>
      signOnInput(n + 1, epochMs(NOON - (30 - n) * 26 * HOUR), false, { received_at }),
    )
    const codes = run(world, ...backdated).map(({ code }) => code)
    expect(codes.filter((code) => code === 'PIN_WRONG')).toHaveLength(20)
    expect(codes.slice(20).every((code) => code === 'STAFF_LOCKED')).toBe(true)
  })
})

test('R-011, R-012: never more wrong PINs are tested than allowed, in any order', () => {
  const attempt = fc.record({
    device: fc.integer({ min: 0, max: 3 }),
    minute: fc.integer({ min: 0, max: 20 * 60 }),
  })
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 120 }), (attempts) => {
      const world = shop()
      const tested: { device: number; at: number }[] = []
      attempts.forEach(({ device, minute }, n) => {
        const by = { type: 'device', device_id: opId(0xd0 + device), jobs: ['loyalty'] } as const
        const at = plus(NOON, minute * MINUTE)
        const [verdict] = run(world, signOnInput(n + 1, at, false, { by, received_at: NOON }))
        if (verdict?.code === 'PIN_WRONG') tested.push({ device, at })
      })
      expect(tested.length).toBeLessThanOrEqual(20)
      for (const { device, at } of tested) {
        const near = tested.filter(
          (other) => other.device === device && other.at >= at && other.at < at + 30 * MINUTE,
        )
        expect(near.length).toBeLessThanOrEqual(9)
      }
    }),
  )
})

describe('R-010 which PIN fits', () => {
  test.each([
    { changed: 1, code: null },
    { changed: 0, code: 'PIN_WRONG' },
  ])('a former PIN, $changed ms before its change: $code', ({ changed, code }) => {
    const pin = { fits: [plus(NOON, changed)] }
    expect(run(shop(), signOnInput(1, NOON, false, { pin }))[0]?.code).toBe(code)
  })

  test('nobody unknown or inactive signs on, whatever the PIN', () => {
    const world = shop()
    world.staff.set(STAFF, { id: STAFF, active: false })
    expect(run(world, signOnInput(1, NOON, true))[0]?.code).toBe('STAFF_INACTIVE')
    world.staff.clear()
    expect(run(world, signOnInput(2, NOON, true))[0]?.code).toBe('STAFF_UNKNOWN')
  })

  test('an unreadable PIN is no attempt', () => {
    const world = shop()
    run(
      world,
      ...Array.from({ length: 9 }, (_, n) =>
        signOnInput(n + 1, NOON, false, { pin: 'unreadable' }),
      ),
    )
    expect(run(world, signOnInput(20, NOON, true))[0]?.code).toBeNull()
  })
})

describe('R-014 how long a sign-on serves', () => {
  const stampAfter = (ms: number, before: readonly JudgeInput[], signOn = opId(1)) => {
    const world = shop({ pin_required: true })
    run(world, ...before)
    return run(world, stampInput(7, plus(NOON, ms), { sign_on: signOn }))[0]?.code
  }
  test.each([
    { ms: 0, code: null },
    { ms: 120_000, code: null },
    { ms: 120_001, code: 'SIGN_ON_EXPIRED' },
  ])('$ms ms after it a stamp is answered $code', ({ ms, code }) => {
    expect(stampAfter(ms, [signOnInput(1, NOON, true)])).toBe(code)
  })

  test('not when it was refused, is unknown, or was made on another device', () => {
    expect(stampAfter(1, [signOnInput(1, NOON, false)])).toBe('SIGN_ON_REJECTED')
    expect(stampAfter(1, [])).toBe('SIGN_ON_MISSING')
    const by = { type: 'device', device_id: OTHER_DEVICE, jobs: ['loyalty'] } as const
    expect(stampAfter(1, [signOnInput(1, NOON, true, { by })])).toBe('SIGN_ON_MISSING')
  })

  test('not after a sign-off, but still for what occurred before it and arrives later', () => {
    const off = input(2, { kind: 'staff.sign_off', data: {} }, plus(NOON, 1000), {
      sign_on: opId(1),
    })
    const before = [signOnInput(1, NOON, true), off]
    expect(stampAfter(1001, before)).toBe('SIGN_ON_EXPIRED')
    expect(stampAfter(1000, before)).toBeNull()
  })
})
