import { loadKioskMessages } from '@counterfoil/messages'
import { expect, test } from 'vitest'
import { subjectText } from './subject-text'

const t = await loadKioskMessages('en')

test.each([
  ['ticket.admit', 'Mara Klein', 2, 'Ticket of Mara Klein, 2 people'],
  ['ticket.exit', 'Mara Klein', -1, 'Ticket of Mara Klein, 1 person'],
  ['ticket.admit', 'Mara Klein', null, 'Ticket of Mara Klein'],
  ['ticket.admit', null, 2, null],
  ['ticket.walk_in', null, 3, '3 guests'],
  ['loyalty.stamp', '••71', null, '••71'],
] as const)('%s of %j, %j people: %j', (kind, subject, people, text) => {
  expect(subjectText({ kind, subject, people }, t)).toBe(text)
})
