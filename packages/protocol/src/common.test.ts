import { describe, expect, test } from 'vitest'
import { nameSchema, textSchema } from './common'

const name = nameSchema()

describe('a name', () => {
  test.each([
    ['Zoé', 'Zoé'],
    ['  Zoe\u0301 ', 'Zoé'],
    ['Nguyễn Thị Hằng', 'Nguyễn Thị Hằng'],
    ['نسترن', 'نسترن'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['क्\u200dष', 'क्\u200dष'],
    ['Café 👩🏽\u200d🍳 ☕️', 'Café 👩🏽\u200d🍳 ☕️'],
  ])('%j is kept as %j', (sent, kept) => {
    expect(name.parse(sent)).toBe(kept)
  })

  test.each([
    ['a right-to-left override', 'Anna\u202eder\u202c'],
    ['an isolate', '\u2067Anna'],
    ['a mark of direction', 'Anna\u200f'],
    ['a zero-width space', 'An\u200bna'],
    ['a joiner that joins nothing', 'An\u200dna'],
    ['a selector that selects nothing', 'An\ufe0fna'],
    ['a soft hyphen', 'An\u00adna'],
    ['a byte order mark', 'An\ufeffna'],
    ['a filler in place of a name', '\u3164'],
    ['tags', 'Anna\u{e0041}'],
    ['NUL', 'An\0na'],
    ['a line feed', 'An\nna'],
    ['a line separator', 'An\u2028na'],
    ['half a character', 'An\ud800na'],
    ['a tower of marks', `Z${'\u0316'.repeat(40)}`],
    ['10,000 combining marks', `a${'\u0301'.repeat(10_000)}`],
    ['nothing but space', ' \u00a0 '],
  ])('with %s is refused', (_, sent) => {
    expect(name.safeParse(sent).success).toBe(false)
  })
})

test('a text of several lines keeps them, and hides nothing either', () => {
  expect(textSchema.parse('stolen:\n\tbag, tablet\r\n')).toBe('stolen:\n\tbag, tablet')
  expect(textSchema.parse('one\r\ntwo')).toBe('one\r\ntwo')
  for (const bad of ['a\u202eb', 'a\0b', 'a\ud800', 'a\u200bb', 'a\u001bb']) {
    expect(textSchema.safeParse(bad).success).toBe(false)
  }
})
