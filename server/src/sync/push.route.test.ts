import { afterAll, beforeAll, expect, test } from 'vitest'
import { pairing, signProof, TestTablet } from '../devices/testing'
import { IngestShop } from './testing'

const PUSH = '/api/v1/store/sync/push'
let shop: IngestShop
let tablet: TestTablet
beforeAll(async () => {
  shop = await IngestShop.open()
  const { token } = await pairing(shop.shop)
  tablet = await TestTablet.reading(shop.server, token)
  await tablet.claim()
})
afterAll(() => shop.close())

interface Answered {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly retryAfter: string | null
}

async function push(
  body: string,
  headers: Readonly<Record<string, string>> = { 'counterfoil-protocol': '1' },
): Promise<Answered> {
  const dpop = await signProof(tablet.key, tablet.claimsFor('POST', PUSH))
  const response = await shop.server.app.request(PUSH, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `DPoP ${tablet.token}`,
      dpop,
      ...headers,
    },
    body,
  })
  return {
    status: response.status,
    body: (await response.json()) as Answered['body'],
    retryAfter: response.headers.get('retry-after'),
  }
}

const sent_at = '2026-11-20T10:00:00.000Z'
const empty = JSON.stringify({ sent_at, ops: [] })

test('an empty batch is answered', async () => {
  expect(await push(empty)).toMatchObject({
    status: 200,
    body: { last_seq: 0, missing: [], verdicts: [] },
  })
})

test.each([
  {},
  { 'counterfoil-protocol': '2' },
  { 'counterfoil-protocol': '1.0' },
  { 'counterfoil-protocol': '' },
])('headers %j: 426 with the versions that are spoken', async (headers) => {
  expect(await push(empty, headers)).toMatchObject({
    status: 426,
    body: { code: 'PROTOCOL_UNSUPPORTED', min: 1, max: 1 },
  })
})

test('another version is told so, whatever its envelope looks like', async () => {
  const envelope = JSON.stringify({ sent_at, ops: [], of_version_2: true })
  const answer = await push(envelope, { 'counterfoil-protocol': '2' })
  expect(answer).toMatchObject({ status: 426, body: { code: 'PROTOCOL_UNSUPPORTED' } })
})

test.each([
  ['nothing', ''],
  ['half a batch', '{"sent_at":"2026-11-20T10:15:00.000Z","ops":['],
  ['a list', '[]'],
  ['no ops', `{"sent_at":"${sent_at}"}`],
  ['a field too many', `{"sent_at":"${sent_at}","ops":[],"merchant_id":"x"}`],
  ['__proto__', '{"__proto__":{"ops":[]}}'],
  ['a huge number', '{"sent_at":1e309,"ops":[]}'],
  ['a lone surrogate', '{"sent_at":"\\ud800","ops":[]}'],
  ['10,000 levels', `{"ops":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
])('%s: 400, and the server lives on', async (_, body) => {
  const answer = await push(body)
  expect(`${answer.status} ${String(answer.body['code'])}`).toMatch(
    /^400 (BATCH_MALFORMED|BODY_MALFORMED)$/,
  )
  expect((await push(empty)).status).toBe(200)
})

test.each([10_000, 200_000])('an op nested %i deep is refused alone', async (levels) => {
  const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`
  const head = (seq: number): string => {
    const shown = '{"status":"accepted","code":null}'
    const id = shop.server.deps.newId()
    return `"id":"${id}","seq":${seq},"at":"${sent_at}","offset_ms":0,"shown":${shown}`
  }
  const first = levels
  const ops = [
    `{${head(first)},"kind":"staff.sign_off","data":{}}`,
    `{${head(first + 1)},"kind":"staff.sign_off","data":{"x":${deep}}}`,
    `{${head(first + 2)},"kind":"staff.sign_off","data":{}}`,
  ]
  const { status, body } = await push(`{"sent_at":"${sent_at}","ops":[${ops.join(',')}]}`)
  expect(status).toBe(200)
  const verdicts = body['verdicts'] as { code: string | null }[]
  expect(verdicts.map(({ code }) => code === 'OP_MALFORMED')).toEqual([false, true, false])
})

test('more than max_bytes: 413', async () => {
  const body = JSON.stringify({ sent_at, ops: [{ id: 'x'.repeat(1024 * 1024) }] })
  expect(await push(body)).toMatchObject({ status: 413, body: { code: 'TOO_LARGE' } })
})

test('another merchant’s tablet is not there to recover from', async () => {
  const rival = await shop.server.shop('rival')
  const { id } = await pairing(rival)
  const recovered_from = { device_id: id, incarnation: 1 }
  const body = JSON.stringify({ sent_at, ops: [], recovered_from })
  expect(await push(body)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
})
