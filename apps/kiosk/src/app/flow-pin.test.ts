import { epochMs } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import { ANNA, CARD, NOW, Rehearsal, SIGNED_ON } from './testing'

const LOCKED_UNTIL = epochMs(NOW + 30 * 60_000)

test('the last digit hands the PIN in, and the digits are gone', () => {
  const flow = new Rehearsal().toPad().type('246')
  expect(flow.done).toEqual([])
  flow.type('8')
  expect(flow.commands).toMatchObject([{ do: 'sign_on', staff_id: ANNA.id, pin: '2468' }])
  expect(flow.state.step).toMatchObject({ at: 'pin', digits: '', checking: true })
})

test('more digits while it is checked go nowhere', () => {
  const flow = new Rehearsal().toPad().type('2468').type('13579')
  expect(flow.done).toEqual([])
  expect(flow.state.step).toMatchObject({ digits: '', checking: true })
})

test.each(['a', '٣', '３', '', '12'])('%j is no digit', (digit) => {
  const flow = new Rehearsal().toPad().send({ type: 'digit', digit })
  expect(flow.state.step).toMatchObject({ digits: '' })
})

test('erasing takes the last digit, and none too many', () => {
  const flow = new Rehearsal().toPad().type('12')
  for (let n = 0; n < 3; n += 1) flow.send({ type: 'erase' })
  expect(flow.state.step).toMatchObject({ digits: '' })
})

test('a right PIN goes on with the card that was waiting', () => {
  const flow = new Rehearsal().toPad().type('2468')
  flow.send({
    type: 'sign_on',
    turn: flow.state.turn,
    outcome: { kind: 'signed_on', signed_on: SIGNED_ON, confirmed: true },
  })
  expect(flow.commands).toMatchObject([{ do: 'stamp', card: CARD }])
  expect(flow.state.signed_on).toBe(SIGNED_ON)
})

test('a wrong PIN stays at the pad with what is left', () => {
  const flow = new Rehearsal().toPad().type('2468')
  flow.send({
    type: 'sign_on',
    turn: flow.state.turn,
    outcome: { kind: 'refused', code: 'PIN_WRONG', attempts_left: 3, locked_until: null },
  })
  expect(flow.state.step).toMatchObject({
    at: 'pin',
    checking: false,
    digits: '',
    refusal: { code: 'PIN_WRONG', attempts_left: 3 },
  })
  expect(flow.type('1').state.step).toMatchObject({ refusal: null, digits: '1' })
})

test('a lock takes no digit until it is over, and then asks anew', () => {
  const flow = new Rehearsal().toPad().type('2468')
  flow.send({
    type: 'sign_on',
    turn: flow.state.turn,
    outcome: { kind: 'refused', code: 'PIN_WRONG', attempts_left: 0, locked_until: LOCKED_UNTIL },
  })
  flow.type('2468')
  expect(flow.done).toEqual([])
  flow.send({ type: 'unlocked' })
  expect(flow.commands).toMatchObject([{ do: 'pin_state', staff_id: ANNA.id, card: CARD }])
})

test('one person’s lock does not stop the others', () => {
  const flow = new Rehearsal().scan(CARD).send({ type: 'person', staff_id: ANNA.id })
  flow.send({
    type: 'pin_state',
    turn: flow.state.turn,
    card: CARD,
    pin: { kind: 'locked', person: ANNA, locked_until: LOCKED_UNTIL },
  })
  expect(flow.state.step).toMatchObject({ at: 'pin', locked_until: LOCKED_UNTIL })
  flow.send({ type: 'someone_else' })
  expect(flow.state.step).toMatchObject({ at: 'who', card: CARD })
})

test('who has no PIN is told so, and the card stays', () => {
  const flow = new Rehearsal().scan(CARD).send({ type: 'person', staff_id: ANNA.id })
  flow.send({
    type: 'pin_state',
    turn: flow.state.turn,
    card: CARD,
    pin: { kind: 'no_pin', person: ANNA },
  })
  expect(flow.state.step).toMatchObject({ at: 'who', card: CARD, problem: { kind: 'no_pin' } })
})

test('a badge answers the question who it is', () => {
  const flow = new Rehearsal().scan(CARD).scan({ kind: 'badge', staff_id: ANNA.id })
  expect(flow.commands).toMatchObject([{ do: 'pin_state', staff_id: ANNA.id, card: CARD }])
})

test('a badge alone signs on in advance', () => {
  const flow = new Rehearsal().scan({ kind: 'badge', staff_id: ANNA.id })
  flow.send({
    type: 'pin_state',
    turn: flow.state.turn,
    card: null,
    pin: { kind: 'ready', person: ANNA, pin_length: 4 },
  })
  flow.type('2468').send({
    type: 'sign_on',
    turn: flow.state.turn,
    outcome: { kind: 'signed_on', signed_on: SIGNED_ON, confirmed: false },
  })
  expect(flow.state.step).toMatchObject({ at: 'verdict', result: { kind: 'signed_on' } })
  expect(flow.done).toEqual([])
})

test('another card while a name is asked for takes the first one’s place', () => {
  const other = { ...CARD, token: 'BBBBBBBBBBBBBBBBBBBBBB' }
  const flow = new Rehearsal().scan(CARD).scan(other)
  expect(flow.state.step).toMatchObject({ at: 'who', card: other })
})

test('a card shown while a PIN is typed changes nothing, and typing goes on', () => {
  const other = { ...CARD, token: 'BBBBBBBBBBBBBBBBBBBBBB' }
  const flow = new Rehearsal().toPad().type('24').scan(other)
  expect(flow.state.step).toMatchObject({ at: 'pin', card: CARD, digits: '24' })
  expect(flow.type('68').done).toEqual(['sign_on'])
})

test('a code that is looked up while the last digit falls does not block the pad', () => {
  const flow = new Rehearsal().toPad().type('246').send({ type: 'code', text: 'x' })
  const { turn } = flow.state
  flow.type('8').send({ type: 'identified', turn, identified: CARD, signed_on: null })
  expect(flow.state).toMatchObject({ reading: false, step: { at: 'pin', checking: true } })
})
