import { expect, test } from 'vitest'
import type { PairOutcome } from '../kiosk'
import { createPairingFlow } from './pairing-flow'

const PAIRING = { api_url: 'https://a.example/api/v1', store_code: 'S', auth_token: 'a.b.c' }
const TEXT = JSON.stringify(PAIRING)

function start(outcome: () => Promise<PairOutcome>) {
  const asked: string[] = []
  const flow = createPairingFlow(
    {
      pair: (pairing) => {
        asked.push(`qr ${pairing.store_code}`)
        return outcome()
      },
      pairByCode: (code) => {
        asked.push(`code ${code}`)
        return outcome()
      },
    },
    () => {},
  )
  return { flow, asked }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('any other code is told apart, and the camera goes on', () => {
  const { flow, asked } = start(async () => ({ kind: 'paired' }))
  flow.scanned('https://card.example/c/AAAAAAAAAAAAAAAAAAAAAA')
  expect(flow.get().kind).toBe('not_pairing')
  flow.scanned(TEXT)
  expect(asked).toEqual(['qr S'])
})

test('one attempt at a time, however often the code is seen', async () => {
  const { flow, asked } = start(() => new Promise(() => {}))
  flow.scanned(TEXT)
  flow.scanned(TEXT)
  flow.scanned('noise')
  expect(asked).toHaveLength(1)
  expect(flow.get().kind).toBe('working')
})

test('a refusal says why, and another attempt is free', async () => {
  const { flow, asked } = start(async () => ({ kind: 'refused', code: 'UNREACHABLE' }))
  flow.scanned(TEXT)
  await settled()
  expect(flow.get()).toEqual({ kind: 'refused', code: 'UNREACHABLE' })
  flow.scanned(TEXT)
  expect(asked).toHaveLength(2)
})

test('a typed code may have spaces, hyphens and small letters', () => {
  const { flow, asked } = start(async () => ({ kind: 'paired' }))
  flow.typed(' abcd-ef gh ')
  expect(asked).toEqual(['code ABCDEFGH'])
})

test('an empty code is not sent', () => {
  const { flow, asked } = start(async () => ({ kind: 'paired' }))
  flow.typed(' - ')
  expect(asked).toEqual([])
})

test('an exception is a refusal too', async () => {
  const { flow } = start(() => Promise.reject(new Error('unexpected')))
  flow.scanned(TEXT)
  await settled()
  expect(flow.get()).toEqual({ kind: 'refused', code: 'UNEXPECTED' })
})
