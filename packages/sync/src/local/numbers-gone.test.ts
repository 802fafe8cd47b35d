import { expect, test } from 'vitest'
import { numbersGone } from './numbers-gone'

test.each([
  { name: 'all held', wanted: [[1, 3]], held: [1, 2, 3], reported: [], gone: [] },
  { name: 'none held', wanted: [[4, 9]], held: [], reported: [], gone: [[4, 9]] },
  {
    name: 'holes',
    wanted: [[1, 9]],
    held: [2, 3, 7],
    reported: [],
    gone: [
      [1, 1],
      [4, 6],
      [8, 9],
    ],
  },
  { name: 'already reported', wanted: [[1, 9]], held: [1], reported: [[2, 8]], gone: [[9, 9]] },
  { name: 'reported beyond', wanted: [[5, 6]], held: [], reported: [[1, 100]], gone: [] },
  {
    name: 'two ranges',
    wanted: [
      [1, 2],
      [8, 9],
    ],
    held: [1, 9],
    reported: [],
    gone: [
      [2, 2],
      [8, 8],
    ],
  },
] as const)('$name', ({ wanted, held, reported, gone }) => {
  expect(numbersGone(wanted, held, reported)).toEqual(gone)
})
