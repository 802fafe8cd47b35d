import { expect, test } from 'vitest'
import { canonicalJson, chainHash, GENESIS_HASH } from './ledger-chain'

test('R-060: canonical JSON sorts keys by UTF-16 units and writes no white space', () => {
  // The sample of RFC 8785, section 3.2.3, but for its numbers.
  const sample = {
    '\u20ac': 1,
    '\r': 2,
    '\ufb33': 3,
    '1': 4,
    '\ud83d\ude00': 5,
    '\u0080': 6,
    '\u00f6': 7,
  }
  expect(canonicalJson(sample)).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
  )
  expect(canonicalJson([null, true, -0, 'a"', { b: [] }])).toBe('[null,true,0,"a\\"",{"b":[]}]')
})

test('R-060: a number that languages print differently is refused', () => {
  expect(() => canonicalJson({ n: 0.1 })).toThrow(RangeError)
  expect(() => canonicalJson({ n: 2 ** 53 })).toThrow(RangeError)
})

test('R-060: the hash covers the predecessor and the entry', () => {
  const seen: string[] = []
  chainHash((text) => `${seen.push(text)}`, GENESIS_HASH, { n: 1, kind: 'loyalty.stamp' })
  expect(seen).toEqual([`${'0'.repeat(64)}{"kind":"loyalty.stamp","n":1}`])
})
