import { expect, test } from 'vitest'
import type { IdentifiedCard } from '../kiosk'
import { reduce } from './flow'
import { START, type FlowEvent, type FlowState } from './flow-state'
import { CARD, OPEN_CARD, SIGNED_ON } from './testing'

const REWARD = { id: 'cake', name: 'Cake', cost: 40 }
const POINTS: IdentifiedCard = {
  ...OPEN_CARD,
  program: OPEN_CARD.program === null ? null : { ...OPEN_CARD.program, kind: 'points' },
}

function scanned(card: IdentifiedCard): FlowState {
  const [looking] = reduce(START, { type: 'code', text: 'x' })
  const { turn } = looking
  return reduce(looking, { type: 'identified', turn, identified: card, signed_on: null })[0]
}

function after(state: FlowState, events: readonly FlowEvent[]) {
  let next = state
  let commands = reduce(state, { type: 'active' })[1]
  for (const event of events) [next, commands] = reduce(next, event)
  return { state: next, commands }
}

const digits = (text: string) => text.split('').map((digit) => ({ type: 'digit', digit }) as const)

test('a card of points asks for a sum; digits come in from the right', () => {
  const { state } = after(scanned(POINTS), [...digits('0012500'), { type: 'erase' }])
  expect(state.step).toMatchObject({ at: 'choose', typed: '1250' })
})

test('a card of stamps asks only when it holds a reward', () => {
  expect(scanned(OPEN_CARD).step.at).toBe('saving')
  expect(scanned({ ...OPEN_CARD, rewards: [REWARD] }).step.at).toBe('choose')
})

test('what is chosen is done under the sign-on as it is then, and a PIN asked for where it ended', () => {
  const deed = { kind: 'redeem', reward: REWARD } as const
  const chosen = after(scanned({ ...CARD, rewards: [REWARD] }), [{ type: 'choose', deed }])
  expect(chosen.commands).toMatchObject([{ do: 'go_on', card: { deed } }])
  const card: IdentifiedCard = { ...CARD, deed }
  const { turn } = chosen.state
  const gone = after(chosen.state, [{ type: 'chosen', turn, card, signed_on: null }])
  expect(gone.state.step).toMatchObject({ at: 'who', card: { deed } })
  const on = after(chosen.state, [{ type: 'chosen', turn, card, signed_on: SIGNED_ON }])
  expect(on.commands).toMatchObject([{ do: 'stamp', card: { deed } }])
})

test('a second touch chooses nothing again, and a late answer is dropped', () => {
  const deed = { kind: 'earn', amount_minor: 1250 } as const
  const { state } = after(scanned(POINTS), [{ type: 'choose', deed }])
  expect(reduce(state, { type: 'choose', deed })[1]).toEqual([])
  const { state: left } = after(state, [{ type: 'home' }])
  const late = { type: 'chosen', turn: state.turn, card: POINTS, signed_on: null } as const
  expect(reduce(left, late)).toEqual([left, []])
})

test('while a sum is typed no other code is taken', () => {
  const state = scanned(POINTS)
  expect(reduce(state, { type: 'code', text: 'other' })).toEqual([state, []])
})
