import { epochMs } from '@counterfoil/domain'
import { describe, expect, test } from 'vitest'
import { ANNA, CARD, NOW } from '../testing'
import { Entrance, OUT, punched } from './testing'

describe('who it is', () => {
  test('a badge leads to the pad, the PIN to the keys, a key to the answer', () => {
    const clock = new Entrance().badge()
    expect(clock.done).toEqual(['pin_state'])
    clock.pad().type('739')
    expect(clock.at).toBe('pin')
    clock.type('1')
    expect(clock.commands).toMatchObject([{ do: 'sign_on', pin: '7391', staff_id: ANNA.id }])
    expect(JSON.stringify(clock.state)).not.toContain('7391')
    expect(new Entrance().toKeys().at).toBe('keys')
    expect(new Entrance().toResult().at).toBe('result')
  })

  test('a number is typed, handed in and looked up; nobody’s is said, and typed anew', () => {
    const clock = new Entrance().type('1042').send({ type: 'number' })
    expect(clock.commands).toMatchObject([{ do: 'find', number: '1042' }])
    clock.send({ type: 'found', turn: clock.state.turn, staff_id: null })
    expect(clock.state.step).toEqual({ at: 'home', typed: '1042', unknown: true })
    clock.type('7')
    expect(clock.state.step).toEqual({ at: 'home', typed: '7', unknown: false })
    clock.send({ type: 'number' }).send({ type: 'found', turn: clock.state.turn, staff_id: 'anna' })
    expect(clock.done).toEqual(['pin_state'])
  })

  test('an empty number asks nothing', () => {
    expect(new Entrance().send({ type: 'number' }).done).toEqual([])
  })

  test('a customer’s card says that it is none of the clock’s, and disturbs nobody at the keys', () => {
    const clock = new Entrance().send({ type: 'code', text: 'x' })
    clock.send({ type: 'identified', turn: clock.state.turn, identified: CARD })
    expect(clock.state.step).toMatchObject({ result: { kind: 'not_ours', what: 'card' } })
    const keys = new Entrance().toKeys().send({ type: 'code', text: 'x' })
    keys.send({ type: 'identified', turn: keys.state.turn, identified: CARD })
    expect(keys.at).toBe('keys')
  })

  test('a wrong PIN is said on the pad, a locked one takes no digit', () => {
    const clock = new Entrance().badge().pad().type('1111')
    const outcome = {
      kind: 'refused',
      code: 'STAFF_LOCKED',
      attempts_left: 0,
      locked_until: epochMs(NOW + 60_000),
    } as const
    clock.send({ type: 'sign_on', turn: clock.state.turn, outcome, own: null }).type('2222')
    expect(clock.state.step).toMatchObject({ at: 'pin', digits: '' })
    expect(clock.done).toEqual([])
    expect(clock.send({ type: 'unlocked' }).done).toEqual(['pin_state'])
  })
})

describe('people in a hurry', () => {
  test('the next badge takes the answer’s place once it could be seen', () => {
    const clock = new Entrance().toResult()
    expect(clock.send({ type: 'code', text: 'x' }).done).toEqual([])
    expect(clock.seen().badge('ben').done).toEqual(['pin_state'])
  })

  test('a touch ends the answer, and so does the first digit of the next number', () => {
    expect(new Entrance().toResult().send({ type: 'dismiss' }).at).toBe('home')
    const clock = new Entrance().toResult().seen().type('2')
    expect(clock.state.step).toEqual({ at: 'home', typed: '2', unknown: false })
  })

  test('an answer that has gone does not end the next person’s', () => {
    const clock = new Entrance().toResult()
    const { turn } = clock.state
    clock.seen().badge('ben').pad().send({ type: 'over', turn })
    expect(clock.at).toBe('pin')
  })

  test('another badge at the keys is the next person; the same one changes nothing', () => {
    const same = new Entrance().toKeys().badge(ANNA.id)
    expect([same.at, same.done]).toEqual(['keys', []])
    expect(new Entrance().toKeys().badge('ben').done).toEqual(['pin_state'])
  })

  test('one touch is one punch', () => {
    const clock = new Entrance().toKeys().send({ type: 'punch', action: 'in' })
    expect(clock.done).toEqual(['punch'])
    expect(clock.send({ type: 'punch', action: 'in' }).done).toEqual([])
    expect(clock.send({ type: 'home' }).at).toBe('saving')
  })
})

describe('what stays on screen', () => {
  test.each([
    ['as ever', punched(), 2_000],
    ['odd', punched({}, ['ALREADY_CLOCKED_IN']), 4_000],
    ['late, which is no matter here', punched({}, ['LATE']), 2_000],
  ])('an answer that is %s goes by itself', (_, outcome, ms) => {
    const clock = new Entrance().toResult(outcome)
    expect(clock.waitsFor('over')).toBe(ms)
    clock.send({ type: 'over', turn: clock.state.turn })
    expect(clock.state.step).toEqual({ at: 'home', typed: '', unknown: false })
  })

  test('nobody answers "Still there?": nothing personal is left', () => {
    const clock = new Entrance().toKeys({ ...OUT, presence: 'in', since: NOW })
    clock.send({ type: 'idle' })
    expect(clock.state.asking).toBe(true)
    clock.send({ type: 'idle' })
    expect(JSON.stringify(clock.state)).not.toContain('Anna')
  })

  test('a number left half typed is gone when nobody goes on', () => {
    const clock = new Entrance().type('10').send({ type: 'idle' })
    expect(clock.state.step).toMatchObject({ typed: '' })
  })
})
