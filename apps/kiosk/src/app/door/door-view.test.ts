import { ACCEPTED, epochMs, HOUR, rejected, type VerdictCode } from '@counterfoil/domain'
import { createFormat, LANGUAGES, loadKioskMessages } from '@counterfoil/messages'
import { describe, expect, test } from 'vitest'
import type { DoorDeed, DoorTicket, Occupancy } from '../../door-desk'
import { decided, NOW } from '../testing'
import { doorView } from './door-view'
import { occupancyView } from './occupancy-view'

const t = await loadKioskMessages('en')
const format = createFormat('en', 'Europe/Luxembourg')
const TICKET: DoorTicket = {
  token: 'v1.a.b',
  name: 'Mara Klein',
  listed: true,
  proof: null,
  party_size: 4,
  admitted: 1,
  inside: 1,
  performance: {
    id: 'p',
    title: 'The Tempest',
    starts_at: epochMs(NOW + 30 * HOUR),
    reentry: false,
  },
}
const DEED: DoorDeed = { kind: 'admit', performance_id: 'x', ticket: TICKET, people: 1 }
const CODES = [
  'TICKET_UNKNOWN',
  'TICKET_FORGED',
  'TICKET_REVOKED',
  'TICKET_WRONG_PERFORMANCE',
  'TICKET_UNCONFIRMED',
  'TICKET_ALREADY_ADMITTED',
  'TICKET_NOT_INSIDE',
  'PERFORMANCE_FULL',
  'PERFORMANCE_NOT_OPEN',
] as const satisfies readonly VerdictCode[]

const refused = (code: VerdictCode, detail = {}) =>
  doorView(
    { kind: 'deed', deed: DEED, outcome: decided({ verdict: rejected(code, detail) }) },
    t,
    format,
    NOW,
  )

describe('every code of the door', () => {
  test.each(LANGUAGES)('has a word and a sign of its own in %s', async (language) => {
    const words = await loadKioskMessages(language)
    const views = CODES.map((code) => {
      const outcome = decided({ verdict: rejected(code) })
      return doorView({ kind: 'deed', deed: DEED, outcome }, words, format, NOW)
    })
    expect(new Set(views.map(({ word }) => word)).size).toBe(CODES.length)
    expect(new Set(views.map(({ sign }) => sign)).size).toBe(CODES.length)
    for (const { tone, second } of views) {
      expect(['warn', 'stop']).toContain(tone)
      expect(second).not.toBe('')
    }
  })

  test('tells what matters: when and where, which show, since when, how full', () => {
    const first = { at: '2026-11-20T10:01:00.000Z', device_label: 'South door' }
    expect(refused('TICKET_ALREADY_ADMITTED', { first, admitted: 4, party_size: 4 })).toMatchObject(
      {
        tone: 'warn',
        name: 'Mara Klein',
        fact: '4 of 4 of the party are in',
        second: 'This ticket went in at 11:01, South door.',
      },
    )
    expect(refused('TICKET_WRONG_PERFORMANCE').second).toContain('The Tempest')
    expect(refused('PERFORMANCE_FULL', { capacity: 300, inside: 300 }).second).toContain(
      '300 of 300',
    )
    const opens_at = '2026-11-20T19:00:00.000Z'
    expect(refused('PERFORMANCE_NOT_OPEN', { opens_at }).second).toContain('20:00')
  })
})

test('come in: whose ticket, how much of the party; genuine but new is marked', () => {
  const verdict = { ...ACCEPTED, detail: { inside: 12, admitted: 2, party_size: 4 } }
  const view = (ticket: DoorTicket) =>
    doorView(
      { kind: 'deed', deed: { ...DEED, ticket }, outcome: decided({ verdict }) },
      t,
      format,
      NOW,
    )
  expect(view(TICKET)).toMatchObject({
    tone: 'ok',
    word: 'Come in',
    name: 'Mara Klein',
    fact: '2 of 4',
    second: '12 inside now',
  })
  expect(view({ ...TICKET, name: null, listed: false }).second).toContain(
    'not on this tablet’s list',
  )
})

test('too many for the places left: how many fit, and that it is a person’s to sort out', () => {
  const view = (detail: object) => refused('PERFORMANCE_FULL', detail)
  expect(view({ capacity: 100, inside: 98 })).toMatchObject({
    tone: 'warn',
    sign: 'full',
    word: 'Not all fit',
    second: 'Only 2 places are left here. Let fewer of them in.',
  })
  expect(view({ capacity: 100, inside: 50, leased: 1 }).second).toContain('1 place is left here')
  expect(view({ capacity: 100, inside: 50, kept: 49 }).second).toContain('1 place is left here')
  expect(view({ capacity: 100, inside: 50, kept: 50 })).toMatchObject({
    tone: 'stop',
    word: 'Full',
  })
  expect(view({ capacity: 100, inside: 100 })).toMatchObject({ tone: 'stop', word: 'Full' })
})

test('a forged copy of a listed ticket names nobody', () => {
  expect(refused('TICKET_FORGED').name).toBeNull()
})

describe('how full it is', () => {
  const as_of = epochMs(Date.parse('2026-11-20T19:41:00Z'))
  const now: Occupancy = {
    inside: 212,
    capacity: 300,
    as_of,
    silent: null,
    others: 2,
    leased: null,
  }

  test.each<[string, Partial<Occupancy>, boolean, string, string | null]>([
    ['all doors heard', {}, true, '212 of 300 inside', null],
    ['offline', {}, false, 'At least 212 of 300 inside', '2 doors not heard from since 20:41'],
    ['offline, the only door', { others: 0 }, false, '212 of 300 inside', null],
    [
      'two silent',
      { silent: { doors: 2, since: as_of } },
      true,
      'At least 212 of 300 inside',
      '2 doors not heard from since 20:41',
    ],
    [
      'never synced',
      { as_of: null },
      true,
      'At least 212 of 300 inside',
      'Not heard from the server yet',
    ],
  ])('%s', (_, part, online, text, doubt) => {
    const view = occupancyView({ ...now, ...part }, online, t, format)
    expect(view).toMatchObject({ text, doubt, leased: null })
  })

  test.each([
    [7, '7 places left for this door'],
    [1, '1 place left for this door'],
    [0, '0 places left for this door'],
  ])('%i places of its own', (leased, text) => {
    expect(occupancyView({ ...now, leased }, false, t, format).leased).toBe(text)
  })
})
