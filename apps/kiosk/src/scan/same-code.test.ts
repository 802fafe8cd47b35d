import { expect, test } from 'vitest'
import { SAME_CODE_MS, sight, type Sightings } from './same-code'

const NONE: Sightings = new Map()
const PICTURE = 33

/** Shows pictures one after the other and tells which codes were acted upon. */
function film(pictures: readonly { at: number; texts: readonly string[]; taking?: boolean }[]) {
  let sightings = NONE
  return pictures.flatMap(({ at, texts, taking = true }) => {
    const sighted = sight(sightings, texts, at, taking)
    sightings = sighted.sightings
    return sighted.fresh === null ? [] : [`${sighted.fresh}@${at}`]
  })
}

test('a card held still for a minute is one showing', () => {
  const held = Array.from({ length: 1800 }, (_, n) => ({ at: n * PICTURE, texts: ['A'] }))
  expect(film(held)).toEqual(['A@0'])
})

test.each([
  { gap: SAME_CODE_MS - 1, count: 1 },
  { gap: SAME_CODE_MS, count: 2 },
])('the same code $gap ms later counts $count times in all', ({ gap, count }) => {
  expect(
    film([
      { at: 0, texts: ['A'] },
      { at: gap, texts: ['A'] },
    ]),
  ).toHaveLength(count)
})

test('pictures in which the code was missed do not make it new', () => {
  const shaky = Array.from({ length: 300 }, (_, n) => ({
    at: n * PICTURE,
    texts: n % 40 === 0 ? ['A'] : [],
  }))
  expect(film(shaky)).toEqual(['A@0'])
})

test('another card counts at once', () => {
  expect(
    film([
      { at: 0, texts: ['A'] },
      { at: PICTURE, texts: ['B'] },
      { at: 2 * PICTURE, texts: ['A'] },
    ]),
  ).toEqual(['A@0', `B@${PICTURE}`])
})

test('of two codes in view one counts, and the other does not follow', () => {
  expect(
    film([
      { at: 0, texts: ['A', 'B'] },
      { at: PICTURE, texts: ['B', 'A'] },
      { at: 2 * PICTURE, texts: ['B'] },
    ]),
  ).toEqual(['A@0'])
})

test('a code that could not be taken stays fresh', () => {
  expect(
    film([
      { at: 0, texts: ['A'], taking: false },
      { at: PICTURE, texts: ['A'] },
    ]),
  ).toEqual([`A@${PICTURE}`])
})

test('a code held through a busy time is still the same showing', () => {
  const busy = Array.from({ length: 200 }, (_, n) => ({
    at: n * PICTURE,
    texts: ['A'],
    taking: n === 0 || n > 150,
  }))
  expect(film(busy)).toEqual(['A@0'])
})
