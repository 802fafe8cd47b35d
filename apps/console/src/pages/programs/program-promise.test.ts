import { loadConsoleMessages } from '@counterfoil/messages'
import { expect, test } from 'vitest'
import { promiseOf } from './program-promise'

const PROGRAM = { reward: 'A coffee', stamps_required: 10, points_per_unit: 2 }

test('a card promises what its kind of program gives', async () => {
  const words = (await loadConsoleMessages('en')).console.programs
  expect(promiseOf({ ...PROGRAM, kind: 'stamps' }, words)).toBe('10 stamps: A coffee')
  expect(promiseOf({ ...PROGRAM, kind: 'points' }, words)).toBe(words.preview_points({ points: 2 }))
})
