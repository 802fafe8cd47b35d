import { expect, test, vi } from 'vitest'
import type { Kiosk, PairingState } from '../kiosk'
import { createFlow, forgetWithPairing } from './flow-store'
import { createStore } from './store'
import { decided, OPEN_CARD, PAIRED, SIGNED_ON } from './testing'

function start(over: Partial<Kiosk>) {
  const waits: (() => void)[] = []
  const unexpected: unknown[] = []
  const kiosk = {
    identify: async () => OPEN_CARD,
    currentSignOn: async () => null,
    stamp: async () => decided(),
    ...over,
  } as Kiosk
  const flow = createFlow(kiosk, {
    after: (_, then) => waits.push(then),
    onUnexpected: (error) => unexpected.push(error),
  })
  const at = (step: string) => vi.waitFor(() => expect(flow.get().step.at).toBe(step))
  return { flow, waits, unexpected, at }
}

test('from a code to its verdict and back', async () => {
  const { flow, waits, at } = start({})
  flow.send({ type: 'code', text: 'x' })
  await at('verdict')
  for (const wait of waits) wait()
  expect(flow.get().step.at).toBe('home')
})

test('a stamp that throws is answered calmly, and the cause is kept for diagnostics', async () => {
  const broken = new Error('disk on fire')
  const { flow, unexpected, at } = start({ stamp: () => Promise.reject(broken) })
  flow.send({ type: 'code', text: 'x' })
  await at('verdict')
  expect(flow.get().step).toMatchObject({ result: { kind: 'failed' } })
  expect(unexpected).toEqual([broken])
})

test('one card stamps once, however often its code comes while it is written', async () => {
  const stamp = vi.fn<Kiosk['stamp']>(async () => decided())
  const { flow, at } = start({ stamp })
  for (let n = 0; n < 5; n += 1) flow.send({ type: 'code', text: 'x' })
  await at('verdict')
  expect(stamp).toHaveBeenCalledTimes(1)
})

async function signedOn(signOff: Kiosk['signOff']) {
  const running = start({ currentSignOn: async () => SIGNED_ON, signOff })
  running.flow.send({ type: 'code', text: 'x' })
  await running.at('verdict')
  running.flow.send({ type: 'dismiss' })
  expect(running.flow.get().signed_on).toEqual(SIGNED_ON)
  running.flow.send({ type: 'sign_off' })
  expect(running.flow.get().signed_on).toBeNull()
  return running
}

test.each([
  async () => ({ kind: 'not_saved', reason: 'STORAGE' }) as const,
  () => Promise.reject(new Error('closed')),
])('a sign-off that is not kept is said, and the person is shown as signed on', async (signOff) => {
  const { flow, at } = await signedOn(signOff)
  await at('verdict')
  const result = { kind: 'not_saved', reason: 'STORAGE', signed_on: SIGNED_ON }
  expect(flow.get()).toMatchObject({ signed_on: SIGNED_ON, step: { result } })
})

test('with the pairing goes whoever was signed on and what could be undone', async () => {
  const { flow } = await signedOn(async () => null)
  flow.send({ type: 'code', text: 'x' })
  await vi.waitFor(() => expect(flow.get().step.at).toBe('verdict'))
  const pairing = createStore<PairingState>(PAIRED)
  forgetWithPairing(pairing, flow)
  pairing.set({ ...PAIRED, label: 'Renamed' })
  expect(flow.get()).toMatchObject({ signed_on: SIGNED_ON, last: { undoable: true } })
  pairing.set({ kind: 'revoked', store_name: 'Quay', unsent: 0 })
  expect(flow.get()).toMatchObject({ signed_on: null, last: null, step: { at: 'home' } })
})
