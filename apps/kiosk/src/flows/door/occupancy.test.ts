import { epochMs, formatInstant, HOUR, MINUTE, SECOND } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import { silentDoors } from './occupancy'

const AS_OF = epochMs(Date.parse('2026-11-20T20:45:00.000Z'))
const door = (ago: number | null) => ({
  drained_at: ago === null ? null : formatInstant(epochMs(AS_OF - ago)),
})

test.each([
  ['all handed in', [door(0), door(30 * SECOND), door(2 * MINUTE)], null],
  ['one is late', [door(0), door(2 * MINUTE + 1)], { doors: 1, since: AS_OF - 2 * MINUTE - 1 }],
  [
    'two are, the longer counts',
    [door(4 * MINUTE), door(9 * MINUTE)],
    { doors: 2, since: AS_OF - 9 * MINUTE },
  ],
  ['not at work tonight', [door(12 * HOUR), door(null)], null],
])('%s', (_, doors, silent) => {
  expect(silentDoors(doors, AS_OF)).toEqual(silent)
})
