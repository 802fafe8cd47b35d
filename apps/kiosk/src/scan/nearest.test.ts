import { expect, test } from 'vitest'
import { foundAt, nearestFirst } from './nearest'

test('the code nearest to the middle comes first', () => {
  expect(
    nearestFirst([
      { text: 'left', x: 0.2, y: 0.5 },
      { text: 'middle', x: 0.55, y: 0.48 },
      { text: 'corner', x: 0.95, y: 0.95 },
    ]),
  ).toEqual(['middle', 'left', 'corner'])
})

test('noise without a text is no code', () => {
  expect(nearestFirst([{ text: ' ', x: 0.5, y: 0.5 }])).toEqual([])
})

test('the middle of four corners', () => {
  const corners = [
    { x: 100, y: 100 },
    { x: 300, y: 100 },
    { x: 300, y: 300 },
    { x: 100, y: 300 },
  ]
  expect(foundAt('a', corners, { width: 400, height: 800 })).toEqual({ text: 'a', x: 0.5, y: 0.25 })
  expect(foundAt('a', [], { width: 400, height: 400 })).toEqual({ text: 'a', x: 0.5, y: 0.5 })
})
