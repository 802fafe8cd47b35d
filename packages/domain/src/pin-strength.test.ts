import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weakPin } from './pin-strength'

test.each([
  ['123', 'LENGTH'],
  ['123456789', 'LENGTH'],
  ['', 'LENGTH'],
  ['١٢٣٤٥٦', 'LENGTH'],
  ['１２３４５６', 'LENGTH'],
  ['12 456', 'LENGTH'],
  ['000000', 'REPEATED'],
  ['123456', 'RUN'],
  ['987654', 'RUN'],
  ['890123', 'RUN'],
  ['2026', 'YEAR'],
  ['20252025', 'YEAR'],
  ['4711', 'PERSONNEL_NUMBER'],
  ['004711', 'PERSONNEL_NUMBER'],
  ['2580', 'COMMON'],
  ['112233', 'COMMON'],
  ['083914', undefined],
  ['9305', undefined],
])('R-015: %s is weak by %s', (pin, reason) => {
  expect(weakPin(pin, '4711', 2026)).toBe(reason)
})

test('R-015: most PINs may be set', () => {
  const pins = fc.sample(fc.integer({ min: 0, max: 999_999 }), { numRuns: 1000, seed: 7 })
  const weak = pins.filter((n) => weakPin(String(n).padStart(6, '0'), '4711', 2026) !== undefined)
  expect(weak.length).toBeLessThan(20)
})
