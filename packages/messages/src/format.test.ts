import { describe, expect, test } from 'vitest'
import { verdictDetailText } from './detail'
import { createFormat } from './format'
import { pickLanguage } from './language'
import { beforeN } from './n-rule'
import { pluralForm } from './plural'

const AT = '2026-11-20T13:05:09.000Z'
const en = createFormat('en', 'Europe/Luxembourg')
const fr = createFormat('fr', 'Europe/Luxembourg')
const de = createFormat('de', 'Europe/Luxembourg')
const lb = createFormat('lb', 'Europe/Luxembourg')
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

test('times and days are those of the store, in every language', () => {
  expect(en.time(AT)).toBe('14:05')
  expect(en.timeWithSeconds(AT)).toBe('14:05:09')
  expect([en, fr, de, lb].map((f) => f.day(AT))).toEqual([
    'Fri 20 Nov',
    'ven. 20 nov.',
    'Fr 20. Nov.',
    'Fr 20. Nov.',
  ])
  expect([en, fr, de, lb].map((f) => f.date('2026-05-01T10:00:00Z'))).toEqual([
    '1 May 2026',
    '1er mai 2026',
    '1. Mai 2026',
    '1. Mee 2026',
  ])
})

test('a day belongs to its place: the same instant, two days', () => {
  expect(en.day('2026-11-20T23:30:00Z')).toBe('Sat 21 Nov')
  expect(createFormat('en', 'America/New_York').day('2026-11-20T23:30:00Z')).toBe('Fri 20 Nov')
  expect(en.time('2026-11-20T23:00:00Z')).toBe('00:00')
})

test('the hour that summer time repeats is told as the wall clock shows it', () => {
  expect(en.time('2026-10-25T00:30:00Z')).toBe('02:30')
  expect(en.time('2026-10-25T01:30:00Z')).toBe('02:30')
})

test('the year shows only when it is another one', () => {
  expect(en.dateTime('2025-12-31T12:00:00Z', AT)).toBe('Wed 31 Dec 2025, 13:00')
  expect(en.dateTime(AT, AT)).toBe('Fri 20 Nov, 14:05')
})

describe('relative', () => {
  const now = Date.parse(AT)
  const MINUTE = 60_000
  test.each([
    { gap: -59_999, text: 'just now' },
    { gap: -MINUTE, text: '1 min ago' },
    { gap: -59 * MINUTE, text: '59 min ago' },
    { gap: -60 * MINUTE, text: '13:05' },
    { gap: 12 * MINUTE, text: 'in 12 min' },
    { gap: -24 * 60 * MINUTE, text: 'Thu 19 Nov, 14:05' },
  ])('$gap ms from now is "$text"', ({ gap, text }) => {
    expect(en.relative(now + gap, now)).toBe(text)
  })
})

test('durations round down, countdowns round up and never go below zero', () => {
  expect(plain(en.duration(7.75 * 3_600_000))).toBe('7 h 45 min')
  expect(plain(en.duration(59_999))).toBe('59 s')
  expect(en.countdown(14 * 60_000 + 58_001)).toBe('14:59')
  expect(en.countdown(3_600_000)).toBe('1:00:00')
  expect(en.countdown(-5)).toBe('0:00')
})

test('numbers and money', () => {
  expect([en, fr, de, lb].map((f) => plain(f.number(1_234_567)))).toEqual([
    '1,234,567',
    '1 234 567',
    '1.234.567',
    '1.234.567',
  ])
  expect([en, fr, de, lb].map((f) => plain(f.money(450, 'EUR')))).toEqual([
    '€4.50',
    '4,50 €',
    '4,50 €',
    '4,50 €',
  ])
  expect(plain(en.money(450, 'JPY'))).toBe('JP¥450')
})

test('lists', () => {
  expect(en.list([])).toBe('')
  expect(en.list(['a'])).toBe('a')
  expect(fr.list(['a', 'b', 'c'])).toBe('a, b et c')
  expect(lb.list(['Anna', 'Marc'])).toBe('Anna a Marc')
  expect(lb.list(['Marc', 'Anna'])).toBe('Marc an Anna')
})

test.each([
  { language: 'en' as const, n: 0, form: 'other' },
  { language: 'fr' as const, n: 0, form: 'one' },
  { language: 'fr' as const, n: 1.5, form: 'one' },
  { language: 'fr' as const, n: 2, form: 'other' },
  { language: 'lb' as const, n: 1, form: 'one' },
  { language: 'lb' as const, n: 0, form: 'other' },
])('$language: $n takes the form "$form"', ({ language, n, form }) => {
  expect(pluralForm(language, n)).toBe(form)
})

test.each([
  ['vun', 4, 'vu 4'],
  ['vun', 8, 'vun 8'],
  ['vun', 10, 'vun 10'],
  ['vun', 12, 'vun 12'],
  ['vun', 15, 'vu 15'],
  ['vun', 20, 'vun 20'],
  ['vun', 24, 'vu 24'],
  ['vun', 50, 'vu 50'],
  ['vun', 100, 'vun 100'],
  ['vun', 500, 'vu 500'],
  ['vun', '14:35', 'vu 14:35'],
  ['an', 'Zucker', 'an Zucker'],
  ['an', 'Saz', 'a Saz'],
])('the n of "%s" before %s: "%s"', (word, next, written) => {
  expect(beforeN(word, next)).toBe(written)
})

test('the language follows the browser, and is English for everyone else', () => {
  expect(pickLanguage(['pt-BR', 'fr-CH', 'de'])).toBe('fr')
  expect(pickLanguage(['LB-lu'])).toBe('lb')
  expect(pickLanguage(['xx', ''])).toBe('en')
  expect(pickLanguage([])).toBe('en')
})

test('a verdict detail becomes text; another day is named', () => {
  const today = verdictDetailText({ retry_at: '2026-11-20T13:35:00Z', limit: 5 }, en, AT)
  expect(today).toMatchObject({ retry_at: '14:35', limit: 5, balance: undefined })
  const later = verdictDetailText({ locked_until: '2026-11-21T08:00:00Z' }, en, AT)
  expect(later.locked_until).toBe('Sat 21 Nov, 09:00')
  const door = { first: { at: '2026-11-20T19:12:00Z', device_label: 'Door B' } }
  expect(verdictDetailText(door, en, AT)).toMatchObject({
    first_at: '20:12',
    first_place: 'Door B',
  })
})
