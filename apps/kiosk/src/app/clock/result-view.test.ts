import { durationMs, epochMs, HOUR, rejected } from '@counterfoil/domain'
import { createFormat, loadKioskMessages } from '@counterfoil/messages'
import { expect, test } from 'vitest'
import { ANNA, NOW } from '../testing'
import { clockResultView } from './result-view'
import { EMPTY_DAY, OUT, punched } from './testing'

const t = await loadKioskMessages('en')
const format = createFormat('en', 'Europe/Luxembourg')
const view = (outcome = punched(), before = OUT) =>
  clockResultView({ kind: 'punched', name: ANNA.name, before, outcome }, t, format, NOW)

test.each([
  ['2026-11-20T07:58Z', 'Good morning, Anna', 'In at 08:58'],
  ['2026-11-20T11:00Z', 'Hello, Anna', 'In at 12:00'],
  ['2026-11-20T17:00Z', 'Good evening, Anna', 'In at 18:00'],
])('who comes at %s is greeted by name', (at, word, fact) => {
  expect(view(punched({ at: epochMs(Date.parse(at)) }))).toMatchObject({ tone: 'ok', word, fact })
})

test('who goes hears the hours of the day', () => {
  const own = { ...OUT, today: { ...EMPTY_DAY, worked: durationMs(8 * HOUR) } }
  const seen = view(punched({ action: 'out', own }))
  expect(seen).toMatchObject({ word: 'Goodbye, Anna', fact: 'Out at 11:15' })
  expect(seen.second).toMatch(/^8.h 0.min today$/)
})

test('an odd punch is recorded, and said kindly', () => {
  const since = epochMs(Date.parse('2026-11-20T07:58Z'))
  const seen = view(punched({}, ['ALREADY_CLOCKED_IN']), { ...OUT, presence: 'in', since })
  expect(seen).toMatchObject({ tone: 'warn', word: 'Recorded, Anna', fact: 'In at 11:15' })
  expect(seen.second).toBe(
    'You were already in since 08:58. It is recorded, and your manager will look.',
  )
  expect(view(punched({ action: 'out' }, ['LONG_SHIFT'])).second).toContain('twelve hours')
  expect(view(punched({ action: 'out' }, ['ALREADY_CLOCKED_OUT'])).second).toContain(
    'not clocked in',
  )
})

test('a double tap says that it counts once', () => {
  const verdict = rejected('CLOCK_DOUBLE_TAP', { first_at: '2026-11-20T10:14:30.000Z' })
  expect(view(punched({ verdict }))).toMatchObject({
    tone: 'info',
    word: 'Already recorded, Anna',
    fact: 'In at 11:14',
  })
})

test('a refusal says that what was done is kept', () => {
  const seen = view(punched({ verdict: rejected('SIGN_ON_EXPIRED') }))
  expect(seen.tone).toBe('stop')
  expect(seen.second).toContain('kept')
})

test('a clock that is not sure of the time says so', () => {
  expect(view(punched({ uncertain: true })).second).toBe(t.clock.uncertain)
})
