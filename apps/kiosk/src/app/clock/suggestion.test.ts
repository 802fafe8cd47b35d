import { epochMs, HOUR } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import type { OwnClock } from '../../kiosk-clock'
import { NOW } from '../testing'
import { suggestPunch } from './suggestion'
import { EMPTY_DAY, OUT } from './testing'

const IN: OwnClock = { ...OUT, presence: 'in', since: NOW }
const PAUSED = { ...EMPTY_DAY, breaks: [{ from: NOW, until: epochMs(NOW + 1) }] }

test.each([
  ['out', OUT, 0, 'in'],
  ['on a break', { ...IN, presence: 'break' as const }, 0, 'break_end'],
  ['in for less than five hours', IN, 5 * HOUR - 1, 'break_start'],
  ['in for five hours', IN, 5 * HOUR, 'out'],
  ['in and back from a break', { ...IN, today: PAUSED }, HOUR, 'out'],
])('who is %s is offered the likely key', (_, own, later, action) => {
  expect(suggestPunch(own, NOW + later)).toBe(action)
})
