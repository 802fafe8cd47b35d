import { rejected } from '@counterfoil/domain'
import { expect, test } from 'vitest'
import { UNDO_MS } from '../kiosk'
import { listening, SEEN_MS } from './flow-steps'
import { ANNA, CARD, decided, OPEN_CARD, Rehearsal, SIGNED_ON } from './testing'

test('a card that needs no PIN is stamped at once', () => {
  const flow = new Rehearsal().scan(OPEN_CARD)
  expect(flow.at).toBe('saving')
  expect(flow.done).toEqual(['stamp'])
})

test('a card that needs a PIN asks who it is, once per sign-on', () => {
  expect(new Rehearsal().scan(CARD).at).toBe('who')
  const signedOn = new Rehearsal().scan(CARD, SIGNED_ON)
  expect(signedOn.done).toEqual(['stamp'])
})

test('a good stamp shows for 1.5 s, gives way to the next code early, and can be undone', () => {
  const flow = new Rehearsal().scan(OPEN_CARD).stamped()
  expect(flow.at).toBe('verdict')
  expect(flow.waitsFor('over')).toBe(1_500)
  expect(flow.waitsFor('seen')).toBe(SEEN_MS)
  expect(flow.waitsFor('undo_over')).toBe(UNDO_MS)
  expect(listening(flow.state)).toBe(false)
  flow.send({ type: 'seen', turn: flow.state.turn })
  expect(listening(flow.state)).toBe(true)
  flow.scan(OPEN_CARD)
  expect(flow.at).toBe('saving')
})

test('a refusal stays 4 s and no code cuts it short', () => {
  const flow = new Rehearsal()
    .scan(OPEN_CARD)
    .stamped(decided({ verdict: rejected('STAMP_COOLDOWN'), undo_until: null }))
  expect(flow.waitsFor('over')).toBe(4_000)
  expect(flow.waitsFor('seen')).toBeUndefined()
  expect(flow.state.last?.undoable).toBe(false)
  flow.scan(OPEN_CARD)
  expect(flow.at).toBe('verdict')
})

test('a verdict that was touched away is not ended again by its timer', () => {
  const flow = new Rehearsal().scan(OPEN_CARD).stamped()
  const { turn } = flow.state
  flow.send({ type: 'dismiss' }).scan(CARD)
  expect(flow.send({ type: 'over', turn }).at).toBe('who')
})

test('what was not saved is said, and nothing is left to undo', () => {
  const flow = new Rehearsal().scan(OPEN_CARD)
  flow.send({
    type: 'stamped',
    turn: flow.state.turn,
    outcome: { kind: 'not_saved', reason: 'QUOTA' },
  })
  expect(flow.state.step).toMatchObject({ at: 'verdict', result: { kind: 'not_saved' } })
  expect(flow.state.last).toBeNull()
})

test.each([
  [{ kind: 'other', credential: { kind: 'foreign' } }, 'foreign'],
  [{ kind: 'other', credential: { kind: 'unknown' } }, 'unknown'],
  [{ kind: 'other', credential: { kind: 'ticket', token: 't' } }, 'ticket'],
  [{ kind: 'other', credential: { kind: 'poster', token: 't' } }, 'poster'],
  [{ kind: 'badge_unknown' }, 'badge_unknown'],
  [{ kind: 'pairing', pairing: { api_url: '', store_code: '', auth_token: '' } }, 'pairing'],
] as const)('%j is answered with a word of its own', (identified, what) => {
  const flow = new Rehearsal().scan(identified)
  expect(flow.state.step).toMatchObject({ at: 'verdict', result: { kind: 'not_ours', what } })
})

test('answers to something given up are dropped', () => {
  const flow = new Rehearsal().send({ type: 'code', text: 'x' })
  const { turn } = flow.state
  flow.send({ type: 'home' })
  flow.send({ type: 'identified', turn, identified: OPEN_CARD, signed_on: null })
  expect(flow.at).toBe('home')
  expect(flow.done).toEqual([])
})

test('nobody leaves while something is being written', () => {
  const flow = new Rehearsal().scan(OPEN_CARD).send({ type: 'home' }).send({ type: 'idle' })
  expect(flow.at).toBe('saving')
  expect(listening(flow.state)).toBe(false)
})

test('an exception is shown calmly and the way home is open', () => {
  const flow = new Rehearsal().scan(OPEN_CARD)
  flow.send({ type: 'failed', turn: flow.state.turn })
  expect(flow.state.step).toMatchObject({ at: 'verdict', result: { kind: 'failed' } })
  expect(flow.send({ type: 'dismiss' }).at).toBe('home')
})

test('undo asks once, and takes the stamp off the strip', () => {
  const flow = new Rehearsal().scan(OPEN_CARD).stamped().send({ type: 'undo' })
  expect(flow.done).toEqual(['undo'])
  expect(flow.send({ type: 'undo' }).done).toEqual([])
  flow.send({ type: 'undone', turn: flow.state.turn, outcome: decided({ op_id: 'op-2' }) })
  expect(flow.state.step).toMatchObject({ at: 'verdict', result: { kind: 'undo' } })
  expect(flow.state.last).toBeNull()
})

test('a refused undo leaves the stamp on the strip', () => {
  const flow = new Rehearsal().scan(OPEN_CARD).stamped().send({ type: 'undo' })
  const outcome = decided({ op_id: 'op-2', verdict: rejected('VOID_TOO_LATE') })
  flow.send({ type: 'undone', turn: flow.state.turn, outcome })
  expect(flow.opId()).toBe('op-1')
})

test('after eight seconds the strip offers no undo, and only its own', () => {
  const flow = new Rehearsal().scan(OPEN_CARD).stamped()
  expect(flow.send({ type: 'undo_over', op_id: 'another' }).state.last?.undoable).toBe(true)
  expect(flow.send({ type: 'undo_over', op_id: 'op-1' }).state.last?.undoable).toBe(false)
  expect(flow.send({ type: 'undo' }).done).toEqual([])
})

test('a scanned code closes a page that lies above', () => {
  const flow = new Rehearsal().send({ type: 'open', page: 'queue' }).scan(OPEN_CARD)
  expect(flow.state.page).toBeNull()
  expect(flow.at).toBe('saving')
})

test('idle at home: nothing personal stays', () => {
  const flow = new Rehearsal().scan(OPEN_CARD).stamped().send({ type: 'dismiss' })
  flow.send({ type: 'idle' })
  expect(flow.state).toMatchObject({ last: null, resting: true, asking: false })
  expect(flow.send({ type: 'active' }).state.resting).toBe(false)
})

test('idle elsewhere: asked first, then home with nothing personal', () => {
  const flow = new Rehearsal().toPad().send({ type: 'idle' })
  expect(flow.state.asking).toBe(true)
  expect(flow.at).toBe('pin')
  expect(flow.send({ type: 'active' }).state.asking).toBe(false)
  flow.send({ type: 'idle' }).send({ type: 'idle' })
  expect(flow.at).toBe('home')
  expect(flow.state).toMatchObject({ asking: false, resting: true, last: null })
})

test('signing off forgets who was signed on', () => {
  const flow = new Rehearsal().scan(OPEN_CARD, SIGNED_ON).stamped()
  expect(flow.state.signed_on?.staff_id).toBe(ANNA.id)
  flow.send({ type: 'sign_off' })
  expect(flow.done).toEqual(['sign_off'])
  expect(flow.state.signed_on).toBeNull()
})
