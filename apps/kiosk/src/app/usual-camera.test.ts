import type { Job } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import { usualCamera } from './usual-camera'

test.each<[readonly Job[], string]>([
  [['clock'], 'front'],
  [['clock', 'loyalty'], 'rear'],
  [['door'], 'rear'],
  [[], 'rear'],
])('a tablet for %j films to the %s', (jobs, side) => expect(usualCamera(jobs)).toBe(side))
