import { expect, test } from 'vitest'
import { addTime, percentile } from './timing'

test.each([
  [[], 0.5, null],
  [[7], 0.95, 7],
  [[30, 10, 20], 0.5, 20],
  [Array.from({ length: 100 }, (_, n) => n + 1), 0.95, 95],
])('of %j the %d share is %j', (times, share, value) => {
  expect(percentile(times, share)).toBe(value)
})

test('only the latest 200 are kept', () => {
  let times: readonly number[] = []
  for (let n = 0; n < 500; n += 1) times = addTime(times, n)
  expect(times).toHaveLength(200)
  expect(times.at(-1)).toBe(499)
})
