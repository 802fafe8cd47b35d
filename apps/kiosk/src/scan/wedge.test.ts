import { expect, test } from 'vitest'
import { NO_KEYS, settleKeys, wedgeKey } from './wedge'

/** Types keys at a steady pace; answers the codes and the state after the last key. */
function type(keys: readonly string[], gap: number, from = 1_000) {
  let state = NO_KEYS
  const codes: string[] = []
  for (const [index, key] of keys.entries()) {
    const answer = wedgeKey(state, key, from + index * gap)
    state = answer.state
    if (answer.code !== null) codes.push(answer.code)
  }
  return { state, codes }
}

const BADGE = 'https://card.example/b/123456789012345678_-AB'

test('a burst that ends in Enter is a code', () => {
  expect(type([...Array.from(BADGE), 'Enter'], 8).codes).toEqual([BADGE])
})

test('a wireless scanner may stutter, and settling in between loses nothing', () => {
  const first = settleKeys(type(Array.from(BADGE.slice(0, 20)), 120).state).state
  let state = first
  const codes: string[] = []
  for (const [index, key] of [...Array.from(BADGE.slice(20)), 'Enter'].entries()) {
    const answer = wedgeKey(state, key, first.last_at + (index + 1) * 120)
    state = settleKeys(answer.state).state
    if (answer.code !== null) codes.push(answer.code)
  }
  expect(codes).toEqual([BADGE])
})

test('the same keys at a person’s pace are none', () => {
  expect(type([...Array.from(BADGE), 'Enter'], 260).codes).toEqual([])
})

test('a second Enter sends nothing again', () => {
  expect(type([...Array.from(BADGE), 'Enter', 'Enter'], 8).codes).toEqual([BADGE])
})

test('Enter alone, and a few quick keys, are no code', () => {
  expect(type(['Enter'], 8).codes).toEqual([])
  expect(type([...Array.from('hello'), 'Enter'], 8).codes).toEqual([])
})

test('one digit typed by hand goes to the PIN pad', () => {
  expect(settleKeys(type(['7'], 0).state).digits).toBe('7')
})

test('two digits rolled quickly both go to the PIN pad', () => {
  expect(settleKeys(type(['4', '2'], 30).state).digits).toBe('42')
})

test('digits whose timer is late still reach the PIN pad, each once', () => {
  let state = NO_KEYS
  const typed: string[] = []
  for (const [index, key] of ['4', '2', '0', '7'].entries()) {
    const answer = wedgeKey(state, key, 1_000 + index * 120)
    typed.push(answer.digits)
    state = answer.state
  }
  typed.push(settleKeys(state).digits)
  expect(typed).toEqual(['', '4', '2', '0', '7'])
  expect(wedgeKey(state, 'Enter', 2_000).digits).toBe('')
})

test('digits inside a badge never reach the PIN pad, even when the scanner stutters', () => {
  const first = type(Array.from('https://card.example/b/12'), 8).state
  expect(settleKeys(first).digits).toBe('')
  const stutter = settleKeys(first).state
  const rest = wedgeKey(stutter, '3', first.last_at + 100).state
  expect(settleKeys(rest).digits).toBe('')
})

test('a letter is never a digit of a PIN', () => {
  expect(settleKeys(type(['a'], 0).state).digits).toBe('')
})
