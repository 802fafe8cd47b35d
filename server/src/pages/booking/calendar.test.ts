import { expect, test } from 'vitest'
import { calendarFile } from './calendar'
import type { HostedEvening } from './held.query'

const MADE = { uid: 'ticket@counterfoil.example', url: 'https://counterfoil.example/t/1', now: '' }
const EVENING = { title: 'Hamlet', starts_at: '2026-11-20T19:00:00.000Z', merchant: 'Harbour' }

test.each([
  [{ name: 'Cellar', address: '3, quai du Port' }, String.raw`Cellar\, 3\, quai du Port`],
  [{ name: 'Cellar', address: '' }, 'Cellar'],
  [null, 'Harbour'],
])('the place of an evening at %j is said as %s', (venue, place) => {
  const file = calendarFile({ ...EVENING, venue } as HostedEvening, MADE)
  expect(file).toContain(`\r\nLOCATION:${place}\r\n`)
})
