import { epochMs, HOUR } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import { dayBar } from './day-bar'
import { EMPTY_DAY } from './testing'

const at = (hours: number) => epochMs(EMPTY_DAY.from + hours * HOUR)

test('a usual day runs from six to eight; work and break lie where they were', () => {
  const { pieces, ticks } = dayBar({
    ...EMPTY_DAY,
    spans: [{ from: at(6), until: at(13) }],
    breaks: [{ from: at(13), until: at(13.7) }],
  })
  expect(pieces).toMatchObject([
    { kind: 'work', left: 0, width: 0.5 },
    { kind: 'break', left: 0.5 },
  ])
  expect(ticks.map(({ left }) => left)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((n) => n / 7))
})

test('a night makes the bar longer, never longer than its day', () => {
  const { pieces, ticks } = dayBar({ ...EMPTY_DAY, spans: [{ from: at(22), until: at(24) }] })
  expect(pieces[0]).toMatchObject({ left: 16 / 18, width: expect.closeTo(2 / 18) })
  expect(ticks.every(({ left }) => left >= 0 && left <= 1)).toBe(true)
  const early = dayBar({ ...EMPTY_DAY, spans: [{ from: at(0), until: at(24) }] })
  expect(early.pieces).toMatchObject([{ left: 0, width: 1 }])
})
