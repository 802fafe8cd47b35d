import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayBounds, localDayOf } from './day'
import { reckon } from './reckoning'
import { NOON } from './testing'
import { epochMs, HOUR, parseInstant, plus } from './time'

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

  test('never after arrival, never before the predecessor', () => {
    const ms = fc.integer({ min: -1e11, max: 1e11 })
    fc.assert(
      fc.property(
        ms,
        fc.option(ms),
        ms,
        fc.integer({ min: 0, max: 1e9 }),
        (at, offset, sent, ago) => {
          const { occurred_at } = reckon({
            at: plus(NOON, at),
            offset_ms: offset,
            sent_at: plus(NOON, sent),
            received_at: NOON,
            previous: plus(NOON, -ago),
          })
          expect(occurred_at).toBeLessThanOrEqual(NOON)
          expect(occurred_at).toBeGreaterThanOrEqual(NOON - ago)
        },
      ),
    )
  })
})

describe('R-002 a day belongs to a place', () => {
  test.each([
    { day: '2026-03-29', zone: 'Europe/Luxembourg', hours: 23 },
    { day: '2026-10-25', zone: 'Europe/Luxembourg', hours: 25 },
    { day: '2026-11-20', zone: 'Europe/Luxembourg', hours: 24 },
    { day: '2026-09-05', zone: 'America/Santiago', hours: 24 },
    { day: '2026-09-06', zone: 'America/Santiago', hours: 23 },
    { day: '2026-10-04', zone: 'Australia/Lord_Howe', hours: 23.5 },
  ])('$day in $zone lasts $hours hours', ({ day, zone, hours }) => {
    const noon = epochMs(Date.parse(`${day}T12:00:00Z`))
    const at = [-12, 0, 12]
      .map((h) => plus(noon, h * HOUR))
      .find((t) => localDayOf(t, zone) === day)
    const { from, until } = dayBounds(at ?? noon, zone)
    expect((until - from) / HOUR).toBe(hours)
    expect(localDayOf(from, zone)).toBe(day)
    expect(localDayOf(plus(from, -1), zone)).not.toBe(day)
    expect(localDayOf(plus(until, -1), zone)).toBe(day)
  })
})

test.each([
  ['2026-11-20T10:15:00.123Z', true],
  ['2026-11-20T10:15:00Z', true],
  ['2026-11-20T10:15:00.123+01:00', false],
  ['2026-11-20T10:15:00.123', false],
  ['2026-02-30T10:15:00.000Z', false],
  ['2026-11-20T24:00:00.000Z', false],
  ['2026-11-20', false],
  ['1e400', false],
  ['', false],
])('an instant is RFC 3339 in UTC: %s is one: %s', (text, is) => {
  expect(parseInstant(text) !== undefined).toBe(is)
})
