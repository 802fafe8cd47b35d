import { describe, expect, test } from 'vitest'
import type { PunchFact } from './clock-facts'
import { comparePunches, punchFlags } from './punches'
import { input, NOON, OTHER_DEVICE, opId, punchInput, shop, signedOn, signOnInput } from './testing'
import { clock, punchesOf, run, type Tap } from './testing-clock'
import { formatInstant, HOUR, MINUTE, plus, SECOND } from './time'
import type { VerdictFlag } from './verdict'

describe('R-080 what a punch needs', () => {
  const codeAfter = (ms: number, right = true) => {
    const world = shop()
    run(world, signOnInput(1, NOON, right))
    return run(world, punchInput(2, 'in', plus(NOON, ms), { sign_on: opId(1) })).code
  }
  test.each([
    { ms: 0, code: null },
    { ms: 60_000, code: null },
    { ms: 60_001, code: 'SIGN_ON_EXPIRED' },
  ])('$ms ms after the sign-on it is answered $code', ({ ms, code }) => {
    expect(codeAfter(ms)).toBe(code)
  })

  test('a sign-on that was refused, is missing, or belongs to another tablet carries none', () => {
    expect(codeAfter(1, false)).toBe('SIGN_ON_REJECTED')
    expect(run(shop(), punchInput(2, 'in', NOON)).code).toBe('SIGN_ON_MISSING')
    const by = { type: 'device', device_id: OTHER_DEVICE, jobs: ['clock'] } as const
    const world = signedOn(shop(), opId(1), NOON)
    expect(run(world, punchInput(2, 'in', NOON, { sign_on: opId(1), by })).code).toBe(
      'SIGN_ON_MISSING',
    )
  })

  test('a signed-in user has no sign-on, so there is no person whose punch it were', () => {
    const by = { type: 'user', user_id: 'u' } as const
    expect(run(shop(), punchInput(2, 'in', NOON, { by })).code).toBe('SIGN_ON_MISSING')
  })

  test('a tablet without the job takes none', () => {
    const by = { type: 'device', device_id: OTHER_DEVICE, jobs: ['loyalty'] } as const
    expect(run(shop(), punchInput(2, 'in', NOON, { by })).code).toBe('JOB_NOT_ALLOWED')
  })

  test('a refused punch leaves nothing behind', () => {
    const world = shop()
    run(world, signOnInput(1, NOON, false))
    run(world, punchInput(2, 'in', NOON, { sign_on: opId(1) }))
    expect(punchesOf(world)).toEqual([])
  })
})

describe('R-081 the same again within a minute is a double tap', () => {
  test.each([
    { ms: 0, code: 'CLOCK_DOUBLE_TAP' },
    { ms: 60_000, code: 'CLOCK_DOUBLE_TAP' },
    { ms: 60_001, code: null },
    { ms: -60_000, code: 'CLOCK_DOUBLE_TAP' },
    { ms: -60_001, code: null },
  ])('$ms ms from the one that counts: $code', ({ ms, code }) => {
    const [, second] = clock(shop(), [
      ['in', 0],
      ['in', ms],
    ])
    expect(second?.code).toBe(code)
    expect(second?.first_at).toBe(code === null ? undefined : formatInstant(NOON))
  })

  test('between two that count, the earlier one is named', () => {
    const answers = clock(shop(), [
      ['in', 50 * SECOND],
      ['in', -50 * SECOND],
      ['in', 0],
    ])
    expect(answers[2]?.first_at).toBe(formatInstant(plus(NOON, -50 * SECOND)))
  })

  test('another action is no double tap, and does not make one of it', () => {
    const answers = clock(shop(), [
      ['in', 0],
      ['out', 10 * SECOND],
      ['in', 20 * SECOND],
    ])
    expect(answers.map(({ code }) => code)).toEqual([null, null, 'CLOCK_DOUBLE_TAP'])
  })

  test('what was undone is in nobody’s way', () => {
    const world = signedOn(shop(), opId(1), NOON)
    run(world, punchInput(2, 'in', NOON, { sign_on: opId(1) }))
    const body = { kind: 'op.void', data: { op_id: opId(2), reason: 'slip' } } as const
    expect(run(world, input(3, body, plus(NOON, 1), { sign_on: opId(1) })).code).toBeNull()
    expect(run(world, punchInput(4, 'in', plus(NOON, 2), { sign_on: opId(1) })).code).toBeNull()
  })
})

describe('R-083 what is odd is accepted and said', () => {
  test.each<[string, Tap[], VerdictFlag[]]>([
    [
      'in, out',
      [
        ['in', 0],
        ['out', HOUR],
      ],
      [],
    ],
    ['out without in', [['out', 0]], ['ALREADY_CLOCKED_OUT']],
    [
      'in, in',
      [
        ['in', 0],
        ['in', HOUR],
      ],
      ['ALREADY_CLOCKED_IN'],
    ],
    [
      'in, out, out',
      [
        ['in', 0],
        ['out', HOUR],
        ['out', 2 * HOUR],
      ],
      ['ALREADY_CLOCKED_OUT'],
    ],
    [
      'in, break',
      [
        ['in', 0],
        ['break_start', HOUR],
      ],
      [],
    ],
    ['break while out', [['break_start', 0]], ['ALREADY_CLOCKED_OUT']],
    [
      'in, back without a break',
      [
        ['in', 0],
        ['break_end', HOUR],
      ],
      ['ALREADY_CLOCKED_IN'],
    ],
    [
      'in, break, break',
      [
        ['in', 0],
        ['break_start', HOUR],
        ['break_start', 2 * HOUR],
      ],
      ['ALREADY_CLOCKED_OUT'],
    ],
    [
      'in, break, back',
      [
        ['in', 0],
        ['break_start', HOUR],
        ['break_end', 2 * HOUR],
      ],
      [],
    ],
    [
      'in, break, in',
      [
        ['in', 0],
        ['break_start', HOUR],
        ['in', 2 * HOUR],
      ],
      ['ALREADY_CLOCKED_IN'],
    ],
    [
      'in, break, out',
      [
        ['in', 0],
        ['break_start', HOUR],
        ['out', 2 * HOUR],
      ],
      [],
    ],
    [
      'late in before an in',
      [
        ['in', HOUR],
        ['in', 0],
      ],
      ['ALREADY_CLOCKED_IN'],
    ],
    [
      'late out before an out',
      [
        ['in', 0],
        ['out', 2 * HOUR],
        ['out', HOUR],
      ],
      ['ALREADY_CLOCKED_OUT'],
    ],
    [
      'late out that explains',
      [
        ['in', 0],
        ['in', 2 * HOUR],
        ['out', HOUR],
      ],
      [],
    ],
    [
      'late in that explains',
      [
        ['out', HOUR],
        ['in', 0],
      ],
      [],
    ],
  ])('%s', (_, taps, flags) => {
    expect(clock(shop(), taps).at(-1)).toEqual({ code: null, flags, first_at: undefined })
  })

  test('R-082 at one moment the lower number came first, whatever the ids say', () => {
    const taps: PunchFact[] = [
      { op_id: 'b', action: 'in', at: NOON, seq: 1 },
      { op_id: 'a', action: 'out', at: NOON, seq: 2 },
    ]
    expect(taps.toReversed().sort(comparePunches)).toEqual(taps)
    expect(punchFlags(taps.slice(0, 1), { op_id: 'a', action: 'out', at: NOON, seq: 2 })).toEqual(
      [],
    )
  })
})

describe('R-084 a shift of more than twelve hours is accepted and said', () => {
  test.each<[string, Tap[], VerdictFlag[]]>([
    [
      'twelve hours',
      [
        ['in', 0],
        ['out', 12 * HOUR],
      ],
      [],
    ],
    [
      'a moment more',
      [
        ['in', 0],
        ['out', 12 * HOUR + 1],
      ],
      ['LONG_SHIFT'],
    ],
    [
      'breaks do not shorten it',
      [
        ['in', 0],
        ['break_start', HOUR],
        ['break_end', 2 * HOUR],
        ['out', 13 * HOUR],
      ],
      ['LONG_SHIFT'],
    ],
    [
      'a break on the second day',
      [
        ['in', 0],
        ['break_start', 26 * HOUR],
      ],
      ['LONG_SHIFT'],
    ],
    [
      'the late in of a long shift',
      [
        ['out', 13 * HOUR],
        ['in', 0],
      ],
      ['LONG_SHIFT'],
    ],
    [
      'the late in before a late break',
      [
        ['break_start', 13 * HOUR],
        ['in', 0],
      ],
      ['LONG_SHIFT'],
    ],
    [
      'an in does not end a shift',
      [
        ['in', 0],
        ['in', 13 * HOUR],
      ],
      ['ALREADY_CLOCKED_IN'],
    ],
    [
      'an out a day after the out',
      [
        ['in', 0],
        ['out', HOUR],
        ['out', 25 * HOUR],
      ],
      ['ALREADY_CLOCKED_OUT'],
    ],
  ])('%s', (_, taps, flags) => {
    expect(clock(shop(), taps).at(-1)).toEqual({ code: null, flags, first_at: undefined })
  })
})

describe('R-086 undoing a punch', () => {
  const undo = (n: number, after: number, sign_on: string) => {
    const body = { kind: 'op.void', data: { op_id: opId(2), reason: 'slip' } } as const
    return input(n, body, plus(NOON, after), { sign_on })
  }
  const punched = () => {
    const world = signedOn(shop(), opId(1), NOON)
    run(world, punchInput(2, 'in', NOON, { sign_on: opId(1) }))
    return world
  }

  test.each([
    { after: 15 * MINUTE, code: null },
    { after: 15 * MINUTE + 1, code: 'VOID_TOO_LATE' },
  ])('$after ms after it, under its own sign-on: $code', ({ after, code }) => {
    const world = punched()
    expect(run(world, undo(3, after, opId(1))).code).toBe(code)
    expect(punchesOf(world)).toHaveLength(code === null ? 0 : 1)
  })

  test('once, and another sign-on of the same person must still serve', () => {
    const world = signedOn(punched(), opId(4), plus(NOON, MINUTE))
    expect(run(world, undo(5, 2 * MINUTE + 1, opId(4))).code).toBe('SIGN_ON_EXPIRED')
    expect(run(world, undo(6, 2 * MINUTE, opId(4))).code).toBeNull()
    expect(run(world, undo(7, 2 * MINUTE, opId(4))).code).toBe('VOID_ALREADY')
  })

  test('nobody undoes what another has told the clock', () => {
    const world = signedOn(punched(), opId(4), NOON, opId(0xaa))
    expect(run(world, undo(5, 1, opId(4))).code).toBe('VOID_UNKNOWN')
    expect(punchesOf(world)).toHaveLength(1)
  })
})
