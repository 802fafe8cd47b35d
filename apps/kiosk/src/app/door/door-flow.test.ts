import { ACCEPTED, epochMs, rejected } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import type { DoorTicket, Evening } from '../../door-desk'
import { ANNA, decided, NOW, SIGNED_ON } from '../testing'
import { reduceDoor } from './door-flow'
import {
  type DoorCommand,
  type DoorEvent,
  type DoorState,
  type Looked,
  startDoor,
} from './door-state'
import { listeningAtDoor } from './door-steps'

const EVENING: Evening = {
  id: 'hamlet',
  title: 'Hamlet',
  starts_at: NOW,
  opens_at: null,
  capacity: 100,
  reentry: false,
  pin_required: false,
  inside: 0,
}
const TICKET: DoorTicket = {
  token: 'v1.a.b',
  name: 'Mara Klein',
  listed: true,
  proof: null,
  party_size: 4,
  admitted: 1,
  inside: 0,
  performance: EVENING,
}
const SHIFT = { performance_id: EVENING.id, until: epochMs(NOW + 3_600_000) }
const LOOKED: Looked = {
  code: { kind: 'ticket', ticket: TICKET },
  signed_on: null,
  pin_required: false,
  preview: null,
}

class Door {
  commands: readonly DoorCommand[] = []
  state: DoorState

  constructor(state: Partial<DoorState> = {}) {
    this.state = { ...startDoor(SHIFT, false), ...state }
  }

  send(event: DoorEvent): this {
    const [state, commands] = reduceDoor(this.state, event)
    this.state = state
    this.commands = commands
    return this
  }

  film(looked: Partial<Looked> = {}): this {
    this.send({ type: 'code', text: 'x' })
    return this.send({ type: 'looked', turn: this.state.turn, looked: { ...LOOKED, ...looked } })
  }

  done(outcome = decided()): this {
    return this.send({ type: 'done', turn: this.state.turn, outcome })
  }

  get deed() {
    return this.commands.flatMap((one) => (one.do === 'act' ? [one.deed] : []))[0]
  }
}

test('nothing is scanned before it is known for which evening; that is chosen once', () => {
  const door = new Door({ shift: null, step: { at: 'shift' } })
  expect(listeningAtDoor(door.state)).toBe(false)
  door.send({ type: 'shift', evening: EVENING, until: SHIFT.until })
  expect(door.state.step.at).toBe('scan')
  expect(door.commands).toEqual([{ do: 'remember', shift: SHIFT, ask_first: false }])
})

test('in instant mode the rest of the party goes in at once, without a touch', () => {
  expect(new Door().film().deed).toMatchObject({ kind: 'admit', people: 3 })
})

test.each<[string, Partial<DoorTicket>, number]>([
  ['all are in: one more is asked for, to hear when they went in', { admitted: 4 }, 1],
  [
    'with re-entry, who is outside counts',
    { admitted: 4, inside: 2, performance: { ...EVENING, reentry: true } },
    2,
  ],
])('%s', (_, part, people) => {
  const ticket = { ...TICKET, ...part }
  expect(new Door().film({ code: { kind: 'ticket', ticket } }).deed).toMatchObject({ people })
})

test('asking first: between one and all the rest, and only what would be let in is asked about', () => {
  const door = new Door({ ask_first: true }).film({ preview: ACCEPTED })
  expect(door.state.step).toMatchObject({ at: 'ask', people: 3 })
  for (let n = 0; n < 5; n += 1) door.send({ type: 'people', by: 1 })
  expect(door.state.step).toMatchObject({ people: 3 })
  for (let n = 0; n < 5; n += 1) door.send({ type: 'people', by: -1 })
  expect(door.state.step).toMatchObject({ people: 1 })
  expect(door.send({ type: 'go' }).deed).toMatchObject({ kind: 'admit', people: 1 })
  const refused = new Door({ ask_first: true }).film({ preview: rejected('TICKET_REVOKED') })
  expect(refused.deed).toMatchObject({ kind: 'admit' })
})

test('going out is one person of the ticket, and nobody is asked', () => {
  const door = new Door({ ask_first: true }).send({ type: 'direction', out: true }).film()
  expect(door.deed).toMatchObject({ kind: 'exit', ticket: { name: 'Mara Klein' } })
})

test('guests without a ticket: one to ninety-nine', () => {
  const door = new Door().send({ type: 'walk_in' })
  door.send({ type: 'people', by: -1 })
  expect(door.state.step).toMatchObject({ people: 1 })
  for (let n = 0; n < 120; n += 1) door.send({ type: 'people', by: 1 })
  expect(door.send({ type: 'go' }).deed).toMatchObject({ kind: 'walk_in', people: 99 })
})

test('where a PIN is asked for, the ticket waits for it and then goes in', () => {
  const door = new Door().film({ pin_required: true })
  expect(door.state.step).toMatchObject({ at: 'sign_on', inner: { step: { at: 'who' } } })
  door.send({ type: 'person', staff_id: ANNA.id })
  const { step } = door.state
  const turn = step.at === 'sign_on' ? step.inner.turn : -1
  door.send({
    type: 'pin_state',
    turn,
    card: null,
    pin: { kind: 'ready', person: ANNA, pin_length: 4 },
  })
  for (const digit of '2468') door.send({ type: 'digit', digit })
  expect(door.commands).toMatchObject([{ do: 'inner', command: { do: 'sign_on', pin: '2468' } }])
  const outcome = { kind: 'signed_on', signed_on: SIGNED_ON, confirmed: true } as const
  door.send({ type: 'sign_on', turn: turn + 1, outcome })
  expect(door.deed).toMatchObject({ kind: 'admit', people: 3 })
  expect(door.state.signed_on).toEqual(SIGNED_ON)
  door.done().send({ type: 'dismiss' })
  expect(door.film({ pin_required: true, signed_on: SIGNED_ON }).deed).toBeDefined()
})

test('a code that is no ticket says so and the scanner goes on', () => {
  const door = new Door().film({ code: { kind: 'not_ours', what: 'card' } })
  expect(door.state.step).toMatchObject({ result: { result: { what: 'no_ticket' } } })
  expect(listeningAtDoor(door.send({ type: 'over', turn: door.state.turn }).state)).toBe(true)
})

test('undone within its time and once; idle forgets who went in', () => {
  const door = new Door().film().done().send({ type: 'dismiss' }).send({ type: 'undo' })
  expect(door.commands).toMatchObject([{ do: 'undo', op_id: 'op-1' }])
  expect(door.send({ type: 'undo' }).commands).toEqual([])
  const turn = door.state.turn
  door.send({ type: 'undone', turn, outcome: decided() })
  expect(door.state).toMatchObject({ last: null, step: { result: { kind: 'undo' } } })
  const late = new Door().film().done().send({ type: 'dismiss' })
  late.send({ type: 'undo_over', op_id: 'op-1' })
  expect(late.send({ type: 'undo' }).commands).toEqual([])
  expect(late.send({ type: 'idle' }).state).toMatchObject({ last: null, resting: true })
})

test('a late answer to what was left is dropped', () => {
  const door = new Door().send({ type: 'code', text: 'x' })
  const { turn } = door.state
  door.send({ type: 'home' })
  expect(door.send({ type: 'looked', turn, looked: LOOKED }).commands).toEqual([])
})

test('not all of them fit: so many as do can be let in, and no more', () => {
  const verdict = rejected('PERFORMANCE_FULL', { capacity: 100, inside: 98 })
  const door = new Door().film().done(decided({ verdict }))
  door.send({ type: 'fewer' })
  expect(door.state.step).toMatchObject({ at: 'ask', people: 2, most: 2 })
  door.send({ type: 'people', by: 1 }).send({ type: 'people', by: -1 })
  expect(door.send({ type: 'go' }).deed).toMatchObject({ kind: 'admit', people: 1 })
})

test('guests without a ticket, too many of them: so many as fit', () => {
  const door = new Door().send({ type: 'walk_in' }).send({ type: 'people', by: 4 })
  door.send({ type: 'go' })
  const verdict = rejected('PERFORMANCE_FULL', { capacity: 100, inside: 90, leased: 3 })
  door.done(decided({ verdict })).send({ type: 'fewer' })
  expect(door.state.step).toMatchObject({ at: 'walk_in', people: 3, most: 3 })
})

test('of a full house nobody is offered a part', () => {
  const verdict = rejected('PERFORMANCE_FULL', { capacity: 100, inside: 100 })
  const door = new Door().film().done(decided({ verdict }))
  const { step } = door.state
  expect(door.send({ type: 'fewer' }).state.step).toBe(step)
})
