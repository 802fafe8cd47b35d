import { expect, test, vi } from 'vitest'
import type { Kiosk } from '../kiosk'
import { createFlow } from './flow-store'
import { decided, OPEN_CARD } from './testing'

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
