import { isId } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import { createNewId } from './new-id'

test('ids are UUIDv7, all different, and ascend even when the clock stands still or goes back', () => {
  const times = [1_700_000_000_000, 1_700_000_000_000, 1_699_999_999_000, 1_700_000_000_001]
  const newId = createNewId(() => times.shift() ?? 1_700_000_000_002)
  const ids = Array.from({ length: 2000 }, () => newId())
  expect(ids.every((id) => isId(id) && id[14] === '7' && /[89ab]/.test(id[19] ?? ''))).toBe(true)
  expect(new Set(ids).size).toBe(2000)
  expect(ids.toSorted()).toEqual(ids)
  expect(ids[0]?.startsWith('018bcfe5-6800')).toBe(true)
})
