import { expect, test } from 'vitest'
import { daysOfMonth, isMonth, monthAt, shiftMonth } from './months'

test('a month has its own days, leap years included', () => {
  expect(daysOfMonth('2026-11')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
  expect(daysOfMonth('2028-02').to).toBe('2028-02-29')
})

test('months go over the year’s end', () => {
  expect(shiftMonth('2026-12', 1)).toBe('2027-01')
  expect(shiftMonth('2026-01', -1)).toBe('2025-12')
})

test('the month is the one of the place', () => {
  const at = Date.parse('2026-11-30T23:30:00Z')
  expect([monthAt(at, 'UTC'), monthAt(at, 'Europe/Luxembourg')]).toEqual(['2026-11', '2026-12'])
})

test('only months are months', () => {
  expect(['2026-11', '2026-13', '2026-1', undefined].map(isMonth)).toEqual([
    true,
    false,
    false,
    false,
  ])
})
