import { expect, test } from 'vitest'
import { parseInstant } from './time'

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
