import { expect, test } from 'vitest'
import { exampleOf } from './rounding-example'

test.each([
  { round_minutes: 0, read: '08:52:30–17:07:45' },
  { round_minutes: 1, read: '08:52–17:08' },
  { round_minutes: 15, read: '08:45–17:15' },
])('R-124: the example reads as the rules say, in steps of $round_minutes', (rules) => {
  const { read, round_minutes } = rules
  const ways = { round_coming: 'down', round_going: 'up' } as const
  expect(exampleOf({ round_minutes, ...ways })).toEqual({
    came: '08:52:30',
    went: '17:07:45',
    read,
  })
})
