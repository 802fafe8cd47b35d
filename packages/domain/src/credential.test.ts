import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCredential } from './credential'

const URL_OURS = 'https://stamps.example'
const TOKEN = 'AbCdEfGhIjKlMnOpQrStUv'
const SIGNED = `v1.eyJhIjoxfQ.${'x'.repeat(86)}`
const JWT = 'eyJh.eyJi.c2ln'
const pairing = { api_url: `${URL_OURS}/api/v1`, store_code: 'HARBOUR-1', auth_token: JWT }

test.each([
  [`${URL_OURS}/c/${TOKEN}`, 'card'],
  [` ${URL_OURS}/c/${TOKEN}\r\n`, 'card'],
  [`${URL_OURS}/b/${TOKEN}`, 'badge'],
  [`${URL_OURS}/t/${SIGNED}`, 'ticket'],
  [`${URL_OURS}/stamp?t=${TOKEN}`, 'poster'],
  [JSON.stringify(pairing), 'pairing'],
  [JSON.stringify({ ...pairing, more: 1 }), 'unknown'],
  [JSON.stringify({ ...pairing, api_url: 'javascript:alert(1)//api/v1' }), 'unknown'],
  ['{"api_url":', 'unknown'],
  [`https://stamps.example.evil.test/c/${TOKEN}`, 'foreign'],
  [`https://stamps.example@evil.test/c/${TOKEN}`, 'foreign'],
  [`http://stamps.example/c/${TOKEN}`, 'foreign'],
  [`${URL_OURS}/c/${TOKEN}x`, 'unknown'],
  [`${URL_OURS}/c/${TOKEN.slice(1)}`, 'unknown'],
  [`${URL_OURS}/c/${TOKEN}?next=//evil`, 'unknown'],
  [`${URL_OURS}/c/../admin`, 'unknown'],
  ['javascript:alert(1)', 'unknown'],
  ['WIFI:S:cellar;T:WPA;P:secret;;', 'unknown'],
  ['', 'unknown'],
  ['   ', 'unknown'],
  ['x'.repeat(4297), 'unknown'],
  ['\u0000\u0001\uFFFD', 'unknown'],
])('%s is read as %s', (text, kind) => {
  expect(readCredential(text, [URL_OURS]).kind).toBe(kind)
})

test('nothing that a camera can deliver throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(readCredential(text, [URL_OURS]).kind).toBe('unknown')
    }),
  )
})
