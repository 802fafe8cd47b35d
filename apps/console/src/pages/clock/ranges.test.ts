import { expect, test } from 'vitest'
import { daysIn, isDay, rangeOf, shiftRange } from './ranges'

test('a month has its own days, leap years included', () => {
  expect(rangeOf('month', '2026-11-20')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
  expect(rangeOf('month', '2028-02-29').to).toBe('2028-02-29')
})

test('a week goes from Monday to Sunday, over months and years', () => {
  expect(rangeOf('week', '2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  expect(rangeOf('week', '2027-01-01')).toEqual({ from: '2026-12-28', to: '2027-01-03' })
  expect(daysIn(rangeOf('week', '2027-01-01'))).toHaveLength(7)
})

test('one goes on and back over the year’s end', () => {
  expect(shiftRange('month', '2026-12-31', 1)).toBe('2027-01-01')
  expect(shiftRange('month', '2026-01-15', -1)).toBe('2025-12-01')
  expect(shiftRange('week', '2026-12-31', 1)).toBe('2027-01-04')
})

test('only days are days', () => {
  expect(['2026-11-20', '2026-11-31', '2026-11', undefined].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
  ])
})
