import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reckon } from './reckoning'
import { NOON } from './testing'
import { type EpochMs, plus } from './time'

const base = { at: NOON, offset_ms: 0, sent_at: NOON, received_at: NOON, previous: undefined }

describe('R-001 when an operation occurred', () => {
  test.each([
    { name: 'a known offset is added', clock: { offset_ms: -1200 }, shift: -1200, flags: [] },
    {
      name: 'an unknown one is taken from the batch, and said',
      clock: { offset_ms: null, sent_at: plus(NOON, 5000), received_at: plus(NOON, 3000) },
      shift: -2000,
      flags: ['CLOCK_UNCERTAIN'],
    },
    {
      name: 'nothing occurs after it arrived',
      clock: { offset_ms: 1 },
      shift: 0,
      flags: ['CLOCK_AHEAD'],
    },
    {
      name: 'nothing occurs before its predecessor',
      clock: { offset_ms: -100, previous: plus(NOON, -50) },
      shift: -50,
      flags: ['CLOCK_BEHIND'],
    },
    { name: 'a minute late is not late', clock: { offset_ms: -60_000 }, shift: -60_000, flags: [] },
    { name: 'more is', clock: { offset_ms: -60_001 }, shift: -60_001, flags: ['LATE'] },
  ])('$name', ({ clock, shift, flags }) => {
    expect(reckon({ ...base, ...clock })).toEqual({ occurred_at: plus(NOON, shift), flags })
  })

  test.each([
    { name: 'on the tick', received: 0, ahead: false },
    { name: 'a millisecond ahead', received: -1, ahead: true },
    { name: 'in 2099', received: Date.UTC(2026) - Date.UTC(2099), ahead: true },
  ])('a clock $name of the arrival is said to be ahead: $ahead', ({ received, ahead }) => {
    const { occurred_at, flags } = reckon({ ...base, received_at: plus(NOON, received) })
    expect(flags.includes('CLOCK_AHEAD')).toBe(ahead)
    expect(occurred_at).toBe(NOON + received)
  })

  test('when the server’s own clock went back, the order of the tablet is kept', () => {
    const previous = plus(NOON, 3_600_000)
    expect(reckon({ ...base, previous })).toEqual({
      occurred_at: previous,
      flags: ['CLOCK_BEHIND'],
    })
  })

  const ms = fc.integer({ min: -1e11, max: 1e11 }).map((shift) => plus(NOON, shift))
  const readingsArb = fc.record({
    at: ms,
    offset_ms: fc.option(fc.integer({ min: -1e11, max: 1e11 })),
    sent_at: ms,
    received_at: fc.constant(NOON),
    previous: fc.option(
      fc.integer({ min: 0, max: 1e9 }).map((ago) => plus(NOON, -ago)),
      {
        nil: undefined,
      },
    ),
  })

  test('never after arrival, never before the predecessor, and each flag says why', () => {
    fc.assert(
      fc.property(readingsArb, (clock) => {
        const { occurred_at, flags } = reckon(clock)
        const stated = clock.at + (clock.offset_ms ?? clock.received_at - clock.sent_at)
        expect(occurred_at).toBe(
          Math.max(Math.min(stated, clock.received_at), clock.previous ?? -Infinity),
        )
        expect(flags).toEqual([
          ...(clock.offset_ms === null ? ['CLOCK_UNCERTAIN'] : []),
          ...(stated > clock.received_at ? ['CLOCK_AHEAD'] : []),
          ...(Math.min(stated, clock.received_at) < (clock.previous ?? -Infinity)
            ? ['CLOCK_BEHIND']
            : []),
          ...(clock.received_at - occurred_at > 60_000 ? ['LATE'] : []),
        ])
        expect(reckon(clock)).toEqual({ occurred_at, flags })
      }),
    )
  })

  test('a tablet’s operations keep their order, however its clock jumps', () => {
    fc.assert(
      fc.property(fc.array(readingsArb, { maxLength: 20 }), (batch) => {
        let previous: EpochMs | undefined
        for (const clock of batch) {
          const { occurred_at } = reckon({ ...clock, previous })
          expect(occurred_at).toBeGreaterThanOrEqual(previous ?? -Infinity)
          previous = occurred_at
        }
      }),
    )
  })

  test('with a known offset it does not matter when or in which batch it arrives', () => {
    const laterArb = fc.record({ sent_at: ms, wait: fc.nat(1e9) })
    fc.assert(
      fc.property(fc.nat(1e9), laterArb, laterArb, (ago, first, second) => {
        const occurredIn = ({ sent_at, wait }: { sent_at: EpochMs; wait: number }) =>
          reckon({ ...base, at: plus(NOON, -ago), sent_at, received_at: plus(NOON, wait) })
            .occurred_at
        expect(occurredIn(first)).toBe(occurredIn(second))
      }),
    )
  })
})
