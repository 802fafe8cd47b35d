import { MINUTE } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSession } from '../auth/sessions.repository'
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

describe('a console’s stream ends', () => {
  /** A member's live stream by cookie on one node, and what may end it. */
  async function signedIn() {
    const { deps } = shop.server
    const { account_id } = await deps.db
      .selectFrom('membership')
      .select('account_id')
      .where('merchant_id', '=', shop.merchant_id)
      .where('role', '=', 'manager')
      .executeTakeFirstOrThrow()
    const session = { account_id, now: deps.now(), ip: '192.0.2.1', user_agent: null }
    const cookie = `__Host-counterfoil=${await startSession(deps.db, session)}`
    const open = () => shop.server.app.request(ENDPOINTS.merchantLive.path, { headers: { cookie } })
    const logout = () => shop.server.request('POST', '/api/v1/auth/logout', { headers: { cookie } })
    return { account_id, open, logout }
  }

  test('at once when the person signs out, not with the next heartbeat', async () => {
    const { open, logout } = await signedIn()
    const other = await signedIn()
    const stays = await other.open()
    const heard = readUntil(await open(), 'never')
    expect((await logout()).status).toBe(204)
    expect(await heard).toMatch(/\[end\]$/)
    const still = readUntil(stays, 'event: change')
    shop.server.deps.bus.notify(shop.merchant_id, ['cards'])
    expect(await still).toContain('event: change')
  })

  test('when another node says that the account may no longer listen', async () => {
    const { account_id, open } = await signedIn()
    const heard = readUntil(await open(), 'never')
    const { deps } = shop.server
    await deps.db
      .deleteFrom('membership')
      .where('merchant_id', '=', shop.merchant_id)
      .where('account_id', '=', account_id)
      .execute()
    deps.bus.notify(account_id, ['sessions'])
    expect(await heard).toMatch(/\[end\]$/)
  })

  test('when the access token it came with has run out', async () => {
    const heard = readUntil(await openConsole(), 'never')
    shop.server.pass(15 * MINUTE)
    shop.server.deps.bus.notify(shop.merchant_id, ['devices'])
    expect(await heard).toMatch(/\[end\]$/)
  })
})

async function openConsole(): Promise<Response> {
  const headers = { authorization: await shop.bearer() }
  return shop.server.app.request(ENDPOINTS.merchantLive.path, { headers })
}

async function dataOf(heard: Promise<string>): Promise<unknown> {
  const line = (await heard).split('\n').find((text) => text.startsWith('data: '))
  return JSON.parse(line?.slice(6) ?? 'null')
}
