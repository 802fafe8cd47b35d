import { type EpochMs, epochMs, MINUTE, plus } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import { createPinMemo } from './pin-memo'

let clock: EpochMs = epochMs(0)
const now = (): EpochMs => clock

test('remembers for ten minutes, and not a millisecond longer', () => {
  const memo = createPinMemo(now)
  memo.add(['anna', '730528'])
  clock = plus(clock, 10 * MINUTE - 1)
  expect(memo.has(['anna', '730528'])).toBe(true)
  clock = plus(clock, 1)
  expect(memo.has(['anna', '730528'])).toBe(false)
})

test('every part counts, and where it ends', () => {
  const memo = createPinMemo(now)
  memo.add(['anna', '1', '730528'])
  expect(memo.has(['anna', '1', '730529'])).toBe(false)
  expect(memo.has(['anna', '2', '730528'])).toBe(false)
  expect(memo.has(['anna', '17', '30528'])).toBe(false)
})

test('holds so many and no more: the oldest go first, what is right again stays longer', () => {
  const memo = createPinMemo(now, 2)
  memo.add(['a'])
  memo.add(['b'])
  memo.add(['a'])
  memo.add(['c'])
  expect(['a', 'b', 'c'].map((name) => memo.has([name]))).toEqual([true, false, true])
})

test('one node knows nothing of what another has seen', () => {
  createPinMemo(now).add(['anna', '730528'])
  expect(createPinMemo(now).has(['anna', '730528'])).toBe(false)
})
