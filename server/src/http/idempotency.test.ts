import { HOUR } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestServer, type TestServer, type TestShop } from '../merchants/testing'

let server: TestServer
let shop: TestShop
beforeAll(async () => {
  server = await openTestServer()
  shop = await server.shop('Harbour')
})
afterAll(() => server.close())

const add = (key: string, personnel_number: string, pin = '730528') =>
  shop.call(ENDPOINTS.createStaff, {
    body: { name: 'Zoe', personnel_number, pin },
    headers: { 'idempotency-key': key },
  })

async function people(): Promise<string[]> {
  const { body } = await shop.call(ENDPOINTS.listStaff)
  return body.items.map(({ personnel_number }) => personnel_number)
}

describe('Idempotency-Key', () => {
  test('the same request again gets the same answer and changes nothing', async () => {
    const first = await add('once', 'A1')
    const again = await add('once', 'A1')
    expect(first.status).toBe(201)
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect((await people()).filter((number) => number === 'A1')).toHaveLength(1)
  })

  test('another body under the same key is 422', async () => {
    await add('other', 'B1')
    expect((await add('other', 'B2')).problem).toMatchObject({ status: 422, code: 'VALIDATION' })
    expect(await people()).not.toContain('B2')
  })

  test('five at once have one effect and one answer', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => add('race', 'C1')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body.staff.id)).size).toBe(1)
  })

  test('a refusal keeps nothing: the same key may succeed later', async () => {
    await add('first', 'D1')
    expect((await add('refused', 'D1')).status).toBe(409)
    const { rows } = await keptRows('refused')
    expect(rows).toBe(0)
  })

  test('keys are each user’s own, and run out after a day', async () => {
    await add('daily', 'E1')
    server.pass(24 * HOUR)
    expect((await add('daily', 'E2')).problem?.code).toBe('VALIDATION')
    server.pass(1)
    expect((await add('daily', 'E2')).status).toBe(201)
  })

  test('answers lie sealed, and what was asked only as a keyed hash', async () => {
    await add('sealed', 'F1', '835291')
    const row = await server.deps.db
      .selectFrom('idempotency')
      .selectAll()
      .where('key', '=', 'sealed')
      .executeTakeFirstOrThrow()
    const text = row.answer_sealed?.toString('latin1') ?? ''
    expect(text).not.toContain('personnel_number')
    expect(JSON.stringify(row)).not.toContain('835291')
  })

  test('streams hear of the change after it is committed', async () => {
    const seen: Promise<string[]>[] = []
    const end = server.deps.bus.subscribe(shop.merchant_id, () => void seen.push(people()))
    await add('told', 'G1')
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0))
    end()
    expect(await seen[0]).toContain('G1')
  })

  test.each(['', 'with a space', 'x'.repeat(256)])('%o is no key', async (key) => {
    expect((await add(key, 'H1')).status).toBe(422)
  })
})

async function keptRows(key: string): Promise<{ rows: number }> {
  return server.deps.db
    .selectFrom('idempotency')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
}
