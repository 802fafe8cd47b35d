import { expect, test } from 'vitest'
import { surenessOf } from './saved-view'

const yes = { op_id: 'op', by: 'tablet', refused: false } as const
const no = { op_id: 'op', by: 'tablet', refused: true } as const

test.each([
  [yes, null, 'saved'],
  [yes, 'waiting', 'saved'],
  [yes, 'parked', 'saved'],
  [yes, 'confirmed', 'confirmed'],
  [yes, 'refused', 'refused'],
  [{ ...yes, by: 'server' }, null, 'confirmed'],
  [no, 'waiting', 'unchecked'],
  [no, 'refused', 'checked'],
  [no, 'confirmed', 'allowed'],
  [{ ...no, by: 'server' }, null, 'checked'],
] as const)('%j with the queue saying %s is %s', (said, known, sureness) => {
  expect(surenessOf(said, known)).toBe(sureness)
})
