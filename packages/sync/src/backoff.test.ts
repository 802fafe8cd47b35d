import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoffMs } from './backoff'

test.each([
  { failures: 1, most: 2000 },
  { failures: 2, most: 4000 },
  { failures: 4, most: 16_000 },
  { failures: 5, most: 30_000 },
  { failures: 500, most: 30_000 },
])('after $failures failures: anything up to $most ms', ({ failures, most }) => {
  expect(backoffMs(failures, () => 0, null)).toBe(100)
  expect(backoffMs(failures, () => 0.5, null)).toBe(most / 2)
  expect(backoffMs(failures, () => 0.999_999, null)).toBeGreaterThan(most - 10)
})

test('tablets that failed together do not come back together', () => {
  const spread = Array.from({ length: 20 }, (_, nth) => backoffMs(5, () => nth / 20, null))
  expect(new Set(spread).size).toBe(20)
  expect(Math.max(...spread) - Math.min(...spread)).toBeGreaterThan(25_000)
})

test('the server’s wish is never undercut, and never obeyed for hours', () => {
  fc.assert(
    fc.property(
      fc.nat(20),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.nat(1e8),
      (n, dice, wish) => {
        const pause = backoffMs(n, () => dice, wish)
        expect(pause).toBeGreaterThanOrEqual(Math.min(wish, 300_000))
        expect(pause).toBeLessThanOrEqual(301_000)
      },
    ),
  )
})
