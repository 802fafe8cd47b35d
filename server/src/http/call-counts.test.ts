import { beforeEach, expect, test } from 'vitest'
import { createCallCounts } from './call-counts'

let now = 0
const clock = (): number => now
beforeEach(() => {
  now = 0
})

test('the last point is free, the next one waits for the end of the window', () => {
  const counts = createCallCounts({ points: 2, window: 1000, most: 10, clock })
  expect([counts.spend('a'), counts.usedUp('a'), counts.spend('a')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  now = 400
  expect([counts.usedUp('a'), counts.spend('a'), counts.spend('b')]).toEqual([600, 600, undefined])
  now = 1000
  expect([counts.usedUp('a'), counts.spend('a')]).toEqual([undefined, undefined])
})

test('however many keys come, so many are held; the newest are the ones that count', () => {
  const counts = createCallCounts({ points: 1, window: 1000, most: 3, clock })
  for (const key of ['a', 'b', 'c', 'd']) counts.spend(key)
  expect(['a', 'b', 'c', 'd'].map((key) => counts.usedUp(key))).toEqual([
    undefined,
    1000,
    1000,
    1000,
  ])
})

test('a window that has ended makes room before a living one does', () => {
  const counts = createCallCounts({ points: 1, window: 1000, most: 2, clock })
  counts.spend('old')
  now = 1000
  counts.spend('a')
  counts.spend('b')
  expect([counts.usedUp('a'), counts.usedUp('b')]).toEqual([1000, 1000])
})
