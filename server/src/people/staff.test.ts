import { HOUR } from '@counterfoil/domain'
import { ENDPOINTS, type ChangeData } from '@counterfoil/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, openTestServer, type TestServer, type TestShop } from '../merchants/testing'
import { openPinHash } from '../pins/pin-hash'
import { hashToken } from '../qr/token'
import { preparePin } from './pin'

let server: TestServer
let shop: TestShop
let rival: TestShop
let number = 100

beforeAll(async () => {
  server = await openTestServer()
  shop = await server.shop('harbour')
  rival = await server.shop('rival')
})
afterAll(() => server.close())

const PIN = '730528'
const refusal = (answer: Answer): string => `${answer.status} ${answer.problem?.code ?? ''}`

async function hire(more: Readonly<Record<string, unknown>> = {}, name = 'Anna Weber') {
  number += 1
  const body = { name, personnel_number: String(number), ...more }
  return (await shop.call(ENDPOINTS.createStaff, { body })).body.staff
}

async function told(id: string): Promise<ChangeData['staff']> {
  const row = await server.deps.db
    .selectFrom('feed')
    .select('data')
    .where('merchant_id', '=', shop.merchant_id)
    .where('entity', '=', 'staff')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.data as ChangeData['staff']
}

const pinsOf = (id: string) =>
  server.deps.db
    .selectFrom('staff_pin')
    .selectAll()
    .where('merchant_id', '=', shop.merchant_id)
    .where('staff_id', '=', id)
    .orderBy('version')
    .execute()

test('a person with a PIN: the console sees that there is one, tablets get a truncated check', async () => {
  const staff = await hire({ pin: PIN })
  expect(staff).toMatchObject({ active: true, pin_set: true, badge_set: false, device_locks: [] })
  const change = await told(staff.id)
  expect(change).toMatchObject({ pin_length: 6, verifier: { bits: 9 }, locked_until: null })
  const [pin] = await pinsOf(staff.id)
  const hash = openPinHash(server.deps.crypto, pin?.hash_sealed ?? Buffer.alloc(0))
  expect(hash).toMatch(/^\$2[aby]\$/)
  expect(await server.deps.hashing.compare(PIN, hash)).toBe(true)
  expect(JSON.stringify(change)).not.toContain(hash)
})

test('a guess of a PIN costs 2^10 rounds of bcrypt', async () => {
  const costs: number[] = []
  const hash = async (_: string, cost: number) => `hashed at ${costs.push(cost)}`
  await preparePin({ ...server.deps, hashing: { ...server.deps.hashing, hash } }, PIN)
  expect(costs).toEqual([10])
})

test('without a PIN there is no check', async () => {
  const staff = await hire()
  expect(staff).toMatchObject({ pin_set: false, pin_set_at: null })
  expect(await told(staff.id)).toMatchObject({ verifier: null, pin_length: null })
})

test('the former PIN stays, with the time at which it was replaced', async () => {
  const { id } = await hire({ pin: PIN })
  server.pass(HOUR)
  const params = { id }
  const changed = await shop.as('manager', ENDPOINTS.setPin, { params, body: { pin: '94163' } })
  expect(changed.body.staff.pin_set_at).toBe(new Date(server.deps.now()).toISOString())
  const pins = await pinsOf(id)
  expect(pins.map(({ version, replaced_at }) => [version, replaced_at])).toEqual([
    [1, server.deps.now()],
    [2, null],
  ])
  expect(pins[0]?.salt).not.toBe(pins[1]?.salt)
  expect(await told(id)).toMatchObject({ pin_length: 5, verifier: { bits: 6 } })
})

test('PINs changed at once leave one present', async () => {
  const { id } = await hire({ pin: PIN })
  const params = { id }
  const wishes = ['604817', '285093', '917264']
  await Promise.all(wishes.map((pin) => shop.call(ENDPOINTS.setPin, { params, body: { pin } })))
  const pins = await pinsOf(id)
  expect(pins).toHaveLength(4)
  expect(pins.filter(({ replaced_at }) => replaced_at === null)).toHaveLength(1)
})

describe('weak PINs', () => {
  test.each([
    { pin: '777777', reason: 'REPEATED' },
    { pin: '456789', reason: 'RUN' },
    { pin: '2026', reason: 'YEAR' },
    { pin: '121212', reason: 'COMMON' },
    { pin: '004711', reason: 'PERSONNEL_NUMBER' },
  ])('$pin is refused: $reason', async ({ pin, reason }) => {
    const body = { name: 'Luca Rossi', personnel_number: '4711', pin }
    const answer = await shop.call(ENDPOINTS.createStaff, { body })
    expect(refusal(answer)).toBe('422 VALIDATION')
    expect(answer.problem).toMatchObject({ reason, errors: [{ pointer: '/pin' }] })
    expect(JSON.stringify(answer.problem)).not.toContain(pin)
  })

  test.each(['', '730', '730528417', '٧٣٠٥٢٨', '７３０５２８', '7305 28', 730528])(
    '%s is none',
    async (pin) => {
      const { id } = await hire()
      const answer = await shop.call(ENDPOINTS.setPin, { params: { id }, body: { pin } })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(await pinsOf(id)).toEqual([])
    },
  )
})

test('a personnel number belongs to one person of the merchant', async () => {
  const first = await hire()
  const body = { name: 'Tom Becker', personnel_number: first.personnel_number }
  const twice = await shop.call(ENDPOINTS.createStaff, { body })
  expect(refusal(twice)).toBe('409 CONFLICT')
  expect(twice.problem?.errors?.[0]?.pointer).toBe('/personnel_number')
  expect((await rival.call(ENDPOINTS.createStaff, { body })).status).toBe(201)
  const second = await hire()
  const patch = { params: { id: second.id }, body: { personnel_number: first.personnel_number } }
  expect(refusal(await shop.call(ENDPOINTS.updateStaff, patch))).toBe('409 CONFLICT')
})

test('unlocking lifts every lock, starts the counts anew and is told to tablets', async () => {
  const { id } = await hire({ pin: PIN })
  const { db } = server.deps
  const body = { store_id: shop.store.id, label: 'Counter 1', jobs: ['loyalty'] }
  const device = (await shop.call(ENDPOINTS.createDevice, { body })).body.device
  const until = new Date(server.deps.now() + HOUR).toISOString()
  const key = { merchant_id: shop.merchant_id, staff_id: id }
  await db
    .insertInto('pin_counter')
    .values({ ...key, device_id: device.id, wrong: 5, locked_until: until })
    .execute()
  const lock = { locked_until_occurred: until, locked_until_received: until }
  await db
    .insertInto('person_pins')
    .values({ ...key, failures: '[]', ...lock })
    .execute()
  const params = { id }
  const locked = (await shop.call(ENDPOINTS.getStaff, { params })).body.staff
  expect(locked.locked_until).toBe(until)
  expect(locked.device_locks).toEqual([
    { device_id: device.id, device_label: 'Counter 1', locked_until: until },
  ])
  const unlocked = (await shop.as('manager', ENDPOINTS.unlockStaff, { params })).body.staff
  expect(unlocked).toMatchObject({ locked_until: null, device_locks: [] })
  expect(await db.selectFrom('pin_counter').selectAll().execute()).toEqual([])
  expect((await told(id)).locked_until).toBeNull()
})

test('locks that are over are not shown', async () => {
  const { id } = await hire({ pin: PIN })
  const at = new Date(server.deps.now()).toISOString()
  const lock = { locked_until_occurred: at, locked_until_received: at }
  const key = { merchant_id: shop.merchant_id, staff_id: id }
  await server.deps.db
    .insertInto('person_pins')
    .values({ ...key, failures: '[]', ...lock })
    .execute()
  const { body } = await shop.call(ENDPOINTS.getStaff, { params: { id } })
  expect(body.staff.locked_until).toBeNull()
})

test('a badge is shown once; the one before dies', async () => {
  const { id } = await hire()
  const params = { id }
  const first = (await shop.as('manager', ENDPOINTS.issueBadge, { params })).body
  expect(first.token).toMatch(/^[\w-]{22}$/)
  expect((await told(id)).badge_hash).toBe(hashToken(first.token))
  const second = (await shop.call(ENDPOINTS.issueBadge, { params })).body
  expect((await told(id)).badge_hash).toBe(hashToken(second.token))
  const rows = await server.deps.db.selectFrom('staff').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(second.token)
})

test('deleting deactivates; tablets are told', async () => {
  const { id } = await hire()
  expect((await shop.call(ENDPOINTS.deleteStaff, { params: { id } })).status).toBe(204)
  expect((await shop.call(ENDPOINTS.getStaff, { params: { id } })).body.staff.active).toBe(false)
  expect((await told(id)).active).toBe(false)
})

test('another merchant’s people are not found, nor listed', async () => {
  const { id, name } = await hire({ pin: PIN }, 'Sophie Martin')
  const params = { id }
  const answers = [
    await rival.call(ENDPOINTS.getStaff, { params }),
    await rival.call(ENDPOINTS.updateStaff, { params, body: { name: 'Mine' } }),
    await rival.call(ENDPOINTS.deleteStaff, { params }),
    await rival.call(ENDPOINTS.setPin, { params, body: { pin: '604817' } }),
    await rival.call(ENDPOINTS.unlockStaff, { params }),
    await rival.call(ENDPOINTS.issueBadge, { params }),
  ]
  expect(answers.map(refusal)).toEqual(answers.map(() => '404 NOT_FOUND'))
  const { items } = (await rival.call(ENDPOINTS.listStaff, { query: { limit: '500' } })).body
  expect(items.map((person) => person.name)).not.toContain(name)
  expect(await pinsOf(id)).toHaveLength(1)
})

test('people are listed by name, page by page, each once', async () => {
  const other = await server.shop('names')
  const names = ['Zoé', 'Anna', 'Anna', 'Émile', 'Bob']
  for (const [index, name] of names.entries()) {
    const body = { name, personnel_number: String(index) }
    await other.call(ENDPOINTS.createStaff, { body })
  }
  const seen: string[] = []
  let query: Record<string, string> = { limit: '2' }
  for (;;) {
    const { items, next } = (await other.call(ENDPOINTS.listStaff, { query })).body
    seen.push(...items.map(({ id }) => id))
    if (next === null) break
    query = { limit: '2', cursor: next }
  }
  expect(new Set(seen).size).toBe(names.length)
  expect(seen).toHaveLength(names.length)
})

test('no audit record holds a PIN', async () => {
  const { id } = await hire({ pin: PIN })
  await shop.call(ENDPOINTS.setPin, { params: { id }, body: { pin: '604817' } })
  const records = await server.deps.db.selectFrom('audit').select('detail').execute()
  const text = JSON.stringify(records)
  expect(text).not.toContain(PIN)
  expect(text).not.toContain('604817')
})
