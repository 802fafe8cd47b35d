import { formatInstant, HOUR, plus } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCrypto } from '../crypto/crypto'
import { readDeviceToken, signDeviceToken, tokenTimes } from '../devices/device-token'
import { currentIssuerKey } from '../door/issuer-key'
import { decodeCursor, encodeCursor } from '../http/cursor'
import { requireKey } from '../merchants/require-key'
import { createPinChecker } from '../pins/pin-checker'
import { openPinHash } from '../pins/pin-hash'
import { createIngest } from '../sync/ingest/ingest'
import { IngestShop, PIN } from '../sync/testing'
import { resealAll } from './reseal'
import { SEALED_COLUMNS } from './sealed-columns'
import * as z from 'zod'

const OLD = 'a secret that only tests know, 0123456789'
const NEW = 'the next secret that only tests know, 0123'

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
  const { newId } = shop.server.deps
  await shop.shop.call(ENDPOINTS.createStaff, {
    body: { name: 'Ada', personnel_number: '7', pin: PIN },
    headers: { 'idempotency-key': newId() },
  })
  const device = { store_id: shop.shop.store.id, label: 'Counter', jobs: ['loyalty'] }
  await shop.shop.call(ENDPOINTS.createDevice, { body: device })
  await shop.shop.call(ENDPOINTS.createIssuerKey, {})
  const starts_at = formatInstant(plus(shop.server.deps.now(), HOUR))
  const evening = { title: 'Evening', starts_at, capacity: 2 }
  const made = await shop.shop.call(ENDPOINTS.createPerformance, { body: evening })
  const performance_id = made.body.performance.id
  const guest = { performance_id, name: 'Ada', email: 'ada@mail.example', party_size: 1 }
  await shop.shop.call(ENDPOINTS.createReservation, { body: guest })
})
afterAll(() => shop.close())

/** Under the new secret alone. */
const after = createCrypto(NEW)
/** In between: the new one seals, the old one is still read. */
const between = createCrypto(NEW, [OLD])

test('every column of bytes in the database is known to hold sealed values, and no other', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = current_schema() and data_type = 'bytea'
     order by name`.execute(shop.server.superuser)
  const named = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort()
  expect(rows.map(({ name }) => name)).toEqual(named)
})

test('a node with the next key and the earlier one reads all that was sealed and signed', async () => {
  const { deps, unscoped } = shop.server
  await expect(requireKey(unscoped, between)).resolves.toBeUndefined()
  await expect(requireKey(unscoped, after)).rejects.toThrow('SECRET_KEY_PREVIOUS')
  const id = deps.newId()
  const named = { device_id: id, merchant_id: id, store_id: id, jti: id }
  const token = await signDeviceToken(deps, named, tokenTimes(deps.now()))
  const read = readDeviceToken({ ...deps, crypto: between }, token, deps.now())
  await expect(read).resolves.toMatchObject({ jti: id })
  const refused = readDeviceToken({ ...deps, crypto: after }, token, deps.now())
  await expect(refused).rejects.toThrow('not one of ours')
  const cursor = encodeCursor(deps.crypto, 'pull', 7)
  expect(decodeCursor(between, 'pull', z.number(), cursor)).toBe(7)
  expect(() => decodeCursor(after, 'pull', z.number(), cursor)).toThrow('CURSOR_INVALID')
})

test('sealed anew, the earlier key is needed no more; again, it changes nothing', async () => {
  const { deps } = shop.server
  const first = await resealAll(deps.db, between)
  for (const { table, changed, kept, lost } of first) {
    expect({ table, some: changed > 0, kept, lost }).toEqual({
      table,
      some: true,
      kept: 0,
      lost: 0,
    })
  }
  for (const { changed, kept, lost } of await resealAll(deps.db, between)) {
    expect({ changed, some: kept > 0, lost }).toEqual({ changed: 0, some: true, lost: 0 })
  }
  const { rows } = await sql<{ sealed: Buffer }>`
    select hash_sealed as sealed from staff_pin`.execute(deps.db)
  for (const { sealed } of rows) expect(openPinHash(after, sealed)).toMatch(/^\$2/)
  const issuer = await deps.db
    .transaction()
    .execute((trx) => currentIssuerKey(trx, after, shop.merchant_id))
  expect(issuer).toBeDefined()
})

test('a PIN sealed on a tablet before is opened and checked under the next key alone', async () => {
  const { deps } = shop.server
  const person = await shop.person()
  await resealAll(deps.db, between)
  const tablet = await shop.tablet()
  const op = await tablet.signOn(person, PIN)
  const pins = createPinChecker({ ...deps, crypto: after })
  const ingest = createIngest({ ...deps, crypto: after, pins })
  const sent_at = op.at
  const { verdicts } = await ingest(tablet.sender, { sent_at, ops: [op] }, deps.now())
  expect(verdicts).toMatchObject([{ status: 'accepted' }])
})

test('what no known key opens is counted and left as it is', async () => {
  const { deps } = shop.server
  const strange = await resealAll(deps.db, createCrypto('quite another secret, only for tests 99'))
  for (const { changed, kept, lost } of strange) {
    expect({ changed, kept, some: lost > 0 }).toEqual({ changed: 0, kept: 0, some: true })
  }
  for (const { lost } of await resealAll(deps.db, between)) expect(lost).toBe(0)
})
