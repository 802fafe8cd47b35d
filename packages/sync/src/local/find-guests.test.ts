import { expect, test } from 'vitest'
import { findKeys, guestQuery, wordsOfName } from './find-guests'
import type { TicketRow } from './rows'

const ticket = (name: string): TicketRow => ({
  id: 't',
  token_hash: 'h',
  performance_id: 'p',
  name,
  party_size: 2,
  status: 'confirmed',
  admitted: 0,
  inside: 0,
  first: null,
  recent: [],
})

test.each([
  ['Mara Klein', 'mara', true],
  ['Mara Klein', 'KL', true],
  ['Mara Klein', 'klein ma', true],
  ['Mara Klein', 'lein', false],
  ['Mara Klein', 'mara b', false],
  ['Zoë Müller-Weiß', 'zoe weiss', true],
  ['Zoë Müller-Weiß', 'mul', true],
  ['李小龍', '李', true],
  ["O'Brien, Pat", 'brien', true],
])('%j is found by %j: %j', (name, typed, found) => {
  const query = guestQuery('p', typed)
  const inIndex = findKeys('p', name).some((key) => key.startsWith(query?.key ?? '-'))
  expect(inIndex && query?.fits(ticket(name)) === true).toBe(found)
})

test('nothing typed asks for nothing, and a performance’s guests are its own', () => {
  expect(guestQuery('p', ' -,')).toBeUndefined()
  const key = guestQuery('q', 'mara')?.key ?? ''
  expect(findKeys('p', 'Mara Klein').some((one) => one.startsWith(key))).toBe(false)
})

test('a name without end is cut', () => {
  expect(wordsOfName('A b C')).toEqual(['a', 'b', 'c'])
  expect(findKeys('p', 'a b c d e f g h')).toHaveLength(6)
})
