import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pairing, signProof, TestTablet } from '../devices/testing'
import { IngestShop } from './testing'

const LIVE = '/api/v1/store/sync/live'
let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

async function liveTablet(): Promise<{ id: string; stream: Response }> {
  const { id, token } = await pairing(shop.shop)
  const tablet = await TestTablet.reading(shop.server, token)
  await tablet.claim()
  const dpop = await signProof(tablet.key, tablet.claimsFor('GET', LIVE))
  const headers = { authorization: `DPoP ${token}`, dpop }
  return { id, stream: await shop.server.app.request(LIVE, { headers }) }
}

/** The stream's text until it holds what is waited for, or ends. */
async function readUntil(stream: Response, wanted: string): Promise<string> {
  let text = ''
  if (stream.body === null) throw new Error('no stream came')
  for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) {
    text += chunk
    if (text.includes(wanted)) return text
  }
  return `${text}[end]`
}

test('a tablet hears of what it can pull, not of the rest', async () => {
  const { stream } = await liveTablet()
  expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const heard = readUntil(stream, 'event: change')
  shop.server.deps.bus.notify(shop.merchant_id, ['ledger', 'audit'])
  await shop.program()
  expect((await heard).match(/event: change/g)).toHaveLength(1)
})

test('a console hears which lists to load again', async () => {
  const answer = await openConsole()
  const data = dataOf(readUntil(answer, 'data: '))
  shop.server.deps.bus.notify(shop.merchant_id, ['reviews', 'cards'])
  shop.server.deps.bus.notify(shop.merchant_id, ['cards'])
  expect(await data).toEqual({ topics: ['reviews', 'cards'] })
})

test('revocation ends the tablet’s stream', async () => {
  const { id, stream } = await liveTablet()
  const heard = readUntil(stream, 'never')
  const params = { id }
  await shop.shop.call(ENDPOINTS.revokeDevice, { params, body: { reason: 'lost' } })
  expect(await heard).toMatch(/\[end\]$/)
})

test('a node that stops ends every stream, new ones too', async () => {
  const other = await IngestShop.open()
  const { token } = await pairing(other.shop)
  const tablet = await TestTablet.reading(other.server, token)
  await tablet.claim()
  const open = async (): Promise<Response> => {
    const dpop = await signProof(tablet.key, tablet.claimsFor('GET', LIVE))
    return other.server.app.request(LIVE, { headers: { authorization: `DPoP ${token}`, dpop } })
  }
  const heard = readUntil(await open(), 'never')
  await other.server.deps.bus.close()
  expect(await heard).toMatch(/\[end\]$/)
  expect(await readUntil(await open(), 'never')).toMatch(/\[end\]$/)
  await other.close()
})

async function openConsole(): Promise<Response> {
  const headers = { authorization: await shop.bearer() }
  return shop.server.app.request(ENDPOINTS.merchantLive.path, { headers })
}

async function dataOf(heard: Promise<string>): Promise<unknown> {
  const line = (await heard).split('\n').find((text) => text.startsWith('data: '))
  return JSON.parse(line?.slice(6) ?? 'null')
}
