import { expect, test } from 'vitest'
import { platformName } from './platform-name'

test.each([
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
    'Chrome 131 (Android)',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-X210) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Safari/537.36',
    'Samsung Internet for Android 27 (Android)',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
    'Safari 17 (macOS)',
  ],
  ['conformance script', 'conformance script'],
  ['Warehouse client 2.1 on Android', 'Warehouse client 2.1 on Android'],
  ['', ''],
])('%s is called %s', (identification, name) => {
  expect(platformName(identification)).toBe(name)
})
