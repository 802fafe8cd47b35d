import { DEFAULT_SETTINGS, GENESIS_HASH } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, openTestServer, type TestServer, type TestShop } from './testing'

let server: TestServer
let shop: TestShop
let rival: TestShop

beforeAll(async () => {
  server = await openTestServer()
  shop = await server.shop('harbour')
  rival = await server.shop('rival')
})
afterAll(() => server.close())

const refusal = (answer: Answer): string => `${answer.status} ${answer.problem?.code ?? ''}`
const store = (code: string) => ({ code, name: 'Quay', time_zone: 'Europe/Luxembourg' })
const feed = (entity: 'device' | 'settings', id: string) =>
  server.deps.db
    .selectFrom('feed')
    .select(['pos', 'data'])
    .where('merchant_id', '=', shop.merchant_id)
    .where('entity', '=', entity)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test('a new merchant has an empty ledger, a key for PINs and its settings on the feed', async () => {
  const { db } = server.deps
  const head = await db
    .selectFrom('merchant_head')
    .selectAll()
    .where('merchant_id', '=', rival.merchant_id)
    .executeTakeFirstOrThrow()
  expect(head).toMatchObject({ ledger_n: 0, ledger_hash: GENESIS_HASH, feed_pos: 1 })
  const key = await db
    .selectFrom('sealing_key')
    .selectAll()
    .where('merchant_id', '=', rival.merchant_id)
    .executeTakeFirstOrThrow()
  expect(key.public_jwk).not.toHaveProperty('d')
  expect(key.private_sealed.toString('latin1')).not.toContain('"d"')
})

describe('stores', () => {
  test('a code is unique within the merchant and free in another', async () => {
    const body = { ...store(' quay-1 '), address: '3, quai du Port' }
    const created = await shop.call(ENDPOINTS.createStore, { body })
    expect(created.status).toBe(201)
    expect(created.body.store).toMatchObject({ code: 'QUAY-1', active: true })
    const again = await shop.call(ENDPOINTS.createStore, { body: store('QUAY-1') })
    expect(refusal(again)).toBe('409 CONFLICT')
    expect(again.problem?.errors).toEqual([
      { pointer: '/code', message: 'is in use', code: 'IN_USE' },
    ])
    expect((await rival.call(ENDPOINTS.createStore, { body: store('QUAY-1') })).status).toBe(201)
  })

  test.each([{ code: 'x' }, { code: 'A B' }, { time_zone: 'Mars/Olympus' }, { name: ' ' }])(
    'not taken: %o',
    async (wrong) => {
      const body = { ...store('GOOD-1'), ...wrong }
      expect(refusal(await shop.call(ENDPOINTS.createStore, { body }))).toBe('422 VALIDATION')
    },
  )

  test('deleting closes it: it stays, and takes no new tablets', async () => {
    const created = await shop.call(ENDPOINTS.createStore, { body: store('CLOSED-1') })
    const { id } = created.body.store
    expect((await shop.call(ENDPOINTS.deleteStore, { params: { id } })).status).toBe(204)
    const after = await shop.call(ENDPOINTS.getStore, { params: { id } })
    expect(after.body.store.active).toBe(false)
    const body = { store_id: id, label: 'Counter', jobs: ['loyalty'] }
    expect(refusal(await shop.call(ENDPOINTS.createDevice, { body }))).toBe('422 VALIDATION')
    const open = { params: { id }, body: { active: true } }
    expect((await shop.call(ENDPOINTS.updateStore, open)).body.store.active).toBe(true)
  })

  test('its tablets learn its new name and zone', async () => {
    const created = await shop.call(ENDPOINTS.createStore, { body: store('MOVED-1') })
    const { id } = created.body.store
    const body = { store_id: id, label: 'Counter', jobs: ['loyalty'] }
    const device = (await shop.call(ENDPOINTS.createDevice, { body })).body.device
    const patch = { name: 'Market', time_zone: 'Europe/Lisbon' }
    await shop.call(ENDPOINTS.updateStore, { params: { id }, body: patch })
    const { data } = await feed('device', device.id)
    expect(data).toMatchObject({ store: { id, code: 'MOVED-1', ...patch } })
  })

  test('lists come by code, page by page', async () => {
    const codes: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: Record<string, string> = cursor === '' ? { limit: '2' } : { limit: '2', cursor }
      const page: Answer<{ items: { code: string }[]; next: string | null }> = await shop.call(
        ENDPOINTS.listStores,
        { query },
      )
      codes.push(...page.body.items.map(({ code }) => code))
      cursor = page.body.next
    }
    expect(codes).toEqual(['CLOSED-1', 'HARBOUR-1', 'MOVED-1', 'QUAY-1'])
  })

  test('another merchant’s are not found', async () => {
    const params = { id: shop.store.id }
    const answers = [
      await rival.call(ENDPOINTS.getStore, { params }),
      await rival.call(ENDPOINTS.updateStore, { params, body: { name: 'Mine' } }),
      await rival.call(ENDPOINTS.deleteStore, { params }),
    ]
    expect(answers.map(refusal)).toEqual(answers.map(() => '404 NOT_FOUND'))
  })
})

describe('settings', () => {
  test('a change reaches the tablets and the audit', async () => {
    const before = await shop.call(ENDPOINTS.getSettings)
    expect(before.body.settings).toMatchObject({
      ...DEFAULT_SETTINGS,
      merchant: { name: 'harbour' },
    })
    const { pos } = await feed('settings', shop.merchant_id)
    const body = { device_pin_attempts: 3 }
    const after = await shop.call(ENDPOINTS.updateSettings, { body })
    expect(after.body.settings).toEqual({ ...before.body.settings, ...body })
    const told = await feed('settings', shop.merchant_id)
    expect(told.data).toEqual(after.body.settings)
    expect(told.pos).toBeGreaterThan(pos)
    const audit = await server.deps.db
      .selectFrom('audit')
      .select(['detail', 'account_id'])
      .where('merchant_id', '=', shop.merchant_id)
      .where('action', '=', 'settings.update')
      .executeTakeFirstOrThrow()
    expect(audit.detail).toMatchObject(body)
    expect(audit.account_id).not.toBeNull()
  })

  test('live streams hear of it after the commit', async () => {
    const heard: string[] = []
    const { bus } = server.deps
    const off = bus.subscribe(shop.merchant_id, (topics) => heard.push(...topics))
    await shop.call(ENDPOINTS.updateSettings, { body: { device_lock_minutes: 10 } })
    await shop.call(ENDPOINTS.updateSettings, { body: { device_lock_minutes: 1 } })
    off()
    expect(heard).toEqual(['feed', 'settings', 'audit'])
  })

  test.each([
    { role: 'viewer', status: 403 },
    { role: 'manager', status: 403 },
    { role: 'owner', status: 200 },
  ] as const)('a $role changes them: $status', async ({ role, status }) => {
    const body = { person_pin_attempts: 30 }
    expect((await shop.as(role, ENDPOINTS.updateSettings, { body })).status).toBe(status)
    expect((await shop.as(role, ENDPOINTS.getSettings)).status).toBe(200)
  })
})
