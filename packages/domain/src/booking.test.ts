import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BookablePerformance,
  bookingEnds,
  bookingState,
  CONFIRM_WITHIN,
  confirmationEnds,
  guestMayChange,
  isOver,
  seatsFit,
  seatsLeft,
} from './booking'
import { type EpochMs, epochMs, HOUR, plus } from './time'

const START = epochMs(Date.parse('2026-11-20T19:00:00.000Z'))
const at = (ms: number): EpochMs => plus(START, ms)

const performance: BookablePerformance = {
  active: true,
  listed: true,
  starts_at: START,
  booking_opens_at: at(-100),
  booking_closes_at: at(-10),
  max_party: 10,
}

describe('R-111: when guests can book', () => {
  test.each([
    { at: -101, is: 'not_yet' },
    { at: -100, is: null },
    { at: -11, is: null },
    { at: -10, is: 'closed' },
    { at: 0, is: 'closed' },
  ])('$at ms from the start: $is', ({ at: when, is }) => {
    expect(bookingState(performance, at(when))).toBe(is)
  })

  test('without a window: from the announcement until it starts', () => {
    const open = { ...performance, booking_opens_at: null, booking_closes_at: null }
    expect(bookingState(open, at(-1e9))).toBeNull()
    expect(bookingState(open, at(-1))).toBeNull()
    expect(bookingState(open, START)).toBe('closed')
  })

  test('a window that reaches beyond the start ends with it', () => {
    expect(bookingEnds({ starts_at: START, booking_closes_at: at(HOUR) })).toBe(START)
  })

  test.each([{ active: false }, { listed: false }])('never where %o', (off) => {
    expect(bookingState({ ...performance, ...off }, at(-50))).toBe('off')
  })
})

describe('R-112: seats', () => {
  test.each([
    { booked: 8, party: 2, fits: true },
    { booked: 8, party: 3, fits: false },
    { booked: 12, party: 1, fits: false },
    { booked: 12, party: 0, fits: true },
  ])('of 10, $booked booked: $party fit: $fits', ({ booked, party, fits }) => {
    expect(seatsFit(10, booked, party)).toBe(fits)
  })

  test('whoever is confirmed only where they fit never exceeds the capacity', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.array(fc.integer({ min: 1, max: 12 })), (capacity, parties) => {
        const booked = parties.reduce(
          (sum, party) => (seatsFit(capacity, sum, party) ? sum + party : sum),
          0,
        )
        expect(booked).toBeLessThanOrEqual(capacity)
        expect(seatsLeft(capacity, booked)).toBe(capacity - booked)
      }),
    )
  })
})

describe('R-113: a confirmation link', () => {
  test('ends after 48 hours, or when the performance starts', () => {
    expect(confirmationEnds(at(-CONFIRM_WITHIN - 1), START)).toBe(at(-1))
    expect(confirmationEnds(at(-CONFIRM_WITHIN), START)).toBe(START)
    expect(confirmationEnds(at(-1), START)).toBe(START)
  })

  test('is over at the very moment it ends', () => {
    expect([isOver(START, at(-1)), isOver(START, START)]).toEqual([false, true])
  })
})

describe('R-114: a guest’s own change', () => {
  const held = { status: 'confirmed', starts_at: START, admitted: 0 } as const
  test.each([
    { ...held, when: -1, may: true },
    { ...held, when: 0, may: false },
    { ...held, admitted: 1, when: -1, may: false },
    { ...held, status: 'pending' as const, when: -1, may: false },
    { ...held, status: 'cancelled' as const, when: -1, may: false },
  ])('$status, $admitted in, at $when: $may', ({ when, may, ...of }) => {
    expect(guestMayChange(of, at(when))).toBe(may)
  })
})
