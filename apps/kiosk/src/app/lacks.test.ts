import { expect, test } from 'vitest'
import { type Browser, lackOf } from './lacks'

const WHOLE: Browser = {
  isSecureContext: true,
  crypto: { subtle: {}, randomUUID: () => '' },
  navigator: { locks: {} },
  indexedDB: {},
  localStorage: {},
}

const forbidden = Object.defineProperty({ ...WHOLE }, 'localStorage', {
  get: () => {
    throw new DOMException('denied', 'SecurityError')
  },
})

test.each([
  ['everything', WHOLE, null],
  // Over plain http the browser takes all of these away; only the address can be mended.
  ['no safe connection', { isSecureContext: false, navigator: {} }, 'insecure'],
  ['no IndexedDB', { ...WHOLE, indexedDB: undefined }, 'no_storage'],
  ['a forbidden IndexedDB', { ...WHOLE, indexedDB: null }, 'no_storage'],
  ['a storage that throws', forbidden, 'no_storage'],
  ['no Web Locks', { ...WHOLE, navigator: {} }, 'too_old'],
  ['no WebCrypto', { ...WHOLE, crypto: { randomUUID: () => '' } }, 'too_old'],
] as const)('with %s', (_, browser, lack) => {
  expect(lackOf(browser)).toBe(lack)
})
