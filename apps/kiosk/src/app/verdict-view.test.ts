import { rejected, VERDICT_CODES } from '@counterfoil/domain'
import { createFormat, LANGUAGES, loadKioskMessages } from '@counterfoil/messages'
import { expect, test } from 'vitest'
import { CARD, decided, NOW, SIGNED_ON } from './testing'
import { verdictView } from './verdict-view'

const format = createFormat('en', 'Europe/Luxembourg')
const t = await loadKioskMessages('en')

const stamp = (over: Parameters<typeof decided>[0]) =>
  verdictView({ kind: 'stamp', card: CARD, outcome: decided(over) }, t, format, NOW)

test.each([
  { stamps: 4, fact: 'Stamp 4 of 10', filled: 4, second: null },
  { stamps: 1, fact: 'Stamp 1 of 10', filled: 1, second: null },
  { stamps: 17, fact: 'Stamp 7 of 10', filled: 7, second: '1 full card to redeem' },
])('$stamps stamps: $fact', ({ stamps, fact, filled, second }) => {
  expect(stamp({ stamps })).toMatchObject({
    tone: 'ok',
    word: 'Stamped',
    fact,
    second,
    stamps: { filled, total: 10 },
  })
})

test('the tenth stamp fills the card and names the reward', () => {
  expect(stamp({ stamps: 10 })).toMatchObject({
    word: 'Card full',
    fact: 'Reward earned: a coffee',
    stamps: { filled: 10, total: 10 },
  })
})

test('a card this tablet does not know is saved, neither yes nor no', () => {
  const view = stamp({ pending: true, stamps: null })
  expect(view).toMatchObject({ tone: 'info', word: 'Saved', stamps: null })
  expect(view.said).toMatchObject({ by: 'tablet', refused: false })
})

test('too soon is a not now, with the time from which it goes', () => {
  const verdict = rejected('STAMP_COOLDOWN', { retry_at: '2026-11-20T10:29:00.000Z' })
  expect(stamp({ verdict })).toMatchObject({
    tone: 'warn',
    sign: 'later',
    word: 'Too soon',
    said: { refused: true },
    fact: 'Next stamp from 11:29',
    second: 'This card was stamped a moment ago.',
  })
})

test('what was not saved carries no tick', () => {
  const view = verdictView({ kind: 'not_saved', reason: 'QUOTA' }, t, format, NOW)
  expect(view).toMatchObject({ tone: 'stop', said: null })
})

test('a sign-off that was not saved says who is still signed on', () => {
  const result = { kind: 'not_saved', reason: 'STORAGE', signed_on: SIGNED_ON } as const
  expect(verdictView(result, t, format, NOW).fact).toBe('Anna is signed on until 11:17')
})

test('what is not ours shows a code or a badge, never an hourglass', () => {
  const signs = (['unknown', 'foreign', 'ticket', 'badge_unknown'] as const).map(
    (what) => verdictView({ kind: 'not_ours', what }, t, format, NOW).sign,
  )
  expect(signs).toEqual(['code', 'code', 'code', 'badge'])
})

test.each(LANGUAGES)('every refusal has its words in %s', async (language) => {
  const words = await loadKioskMessages(language)
  for (const code of VERDICT_CODES) {
    const outcome = decided({ verdict: rejected(code) })
    const view = verdictView({ kind: 'stamp', card: CARD, outcome }, words, format, NOW)
    expect([view.word, view.second].join(' ')).not.toMatch(/undefined|null/)
    expect(['warn', 'stop']).toContain(view.tone)
  }
})

const purchase = (deed: (typeof CARD)['deed'], detail: Record<string, number>) => {
  const program = CARD.program === null ? null : { ...CARD.program, kind: 'points' as const }
  const verdict = { status: 'accepted', code: null, detail } as const
  const result = { kind: 'stamp', card: { ...CARD, program, deed }, outcome: decided({ verdict }) }
  return verdictView({ ...result, kind: 'stamp' }, t, format, NOW)
}

test.each([
  { points: 12, second: '132 points on the card' },
  { points: 0, second: 'This purchase is too small for points. It is noted.' },
])('a purchase of $points points says what is on the card', ({ points, second }) => {
  const view = purchase({ kind: 'earn', amount_minor: 1250 }, { points, balance: 132 })
  expect(view).toMatchObject({
    tone: 'ok',
    word: 'Points added',
    fact: `+${points} points`,
    second,
  })
})

test('a redemption names the reward and what is left', () => {
  const reward = { id: 'cake', name: 'Cake', cost: 40 }
  const view = purchase({ kind: 'redeem', reward }, { cost: 40, balance: 1 })
  expect(view).toMatchObject({ word: 'Redeemed', fact: 'Cake', second: '1 point on the card' })
})
