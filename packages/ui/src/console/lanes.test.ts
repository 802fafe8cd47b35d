import { describe, expect, test } from 'vitest'
import { binned, stepFor, ticksOf } from './lanes'

const MINUTE = 60_000
const EIGHT = Date.UTC(2026, 10, 20, 20)

describe('bars of a lane', () => {
  test('quiet minutes are bars of nothing, and what lies outside is left out', () => {
    const values = [
      { at: EIGHT - MINUTE, up: 9, down: 0 },
      { at: EIGHT, up: 2, down: 0 },
      { at: EIGHT + 2 * MINUTE, up: 1, down: 3 },
      { at: EIGHT + 3 * MINUTE, up: 9, down: 0 },
    ]
    expect(binned(values, EIGHT, EIGHT + 2 * MINUTE, MINUTE)).toEqual([
      { at: EIGHT, up: 2, down: 0 },
      { at: EIGHT + MINUTE, up: 0, down: 0 },
      { at: EIGHT + 2 * MINUTE, up: 1, down: 3 },
    ])
  })

  test('wider bars take several minutes together', () => {
    const values = [0, 1, 4, 5].map((minute) => ({ at: EIGHT + minute * MINUTE, up: 1, down: 0 }))
    const bins = binned(values, EIGHT, EIGHT + 9 * MINUTE, 5 * MINUTE)
    expect(bins.map(({ up }) => up)).toEqual([3, 1])
  })

  test.each([
    { minutes: 150, step: 1 },
    { minutes: 151, step: 5 },
    { minutes: 751, step: 15 },
    { minutes: 14 * 24 * 60, step: 60 },
  ])('$minutes minutes are shown by $step', ({ minutes, step }) => {
    expect(stepFor(EIGHT, EIGHT + minutes * MINUTE)).toBe(step * MINUTE)
  })

  test.each([1, 10, 45, 90, 240, 1440, 20_000])(
    '%d minutes have few ticks, at round moments',
    (minutes) => {
      const ticks = ticksOf(EIGHT + MINUTE, EIGHT + minutes * MINUTE)
      expect(ticks.length).toBeLessThanOrEqual(7)
      expect(ticks.every((at) => at % (5 * MINUTE) === 0)).toBe(true)
    },
  )
})
