import { readCredential } from '@counterfoil/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCrypto } from '../crypto/crypto'
import { openTestServer, type TestServer } from '../merchants/testing'
import { setPin } from '../people/staff.repository'
import { hashToken } from '../qr/token'
import { HARBOUR } from './cast'
import { demoPin } from './demo-secrets'
import { ensureDemo } from './ensure-demo'
import { castOf, loadSheet, type Sheet } from './sheet.query'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer({ DEMO: '1' })
  await ensureDemo(server.deps, 'a demo password')
})
afterAll(() => server.close())

async function sheetOf(key: string): Promise<Sheet> {
  const sheet = await loadSheet(server.deps.db, server.deps.crypto, castOf(key))
  if (sheet === undefined) throw new Error('no demo')
  return sheet
}

const order = (body: string, headers: Readonly<Record<string, string>> = {}) =>
  server.app.request('/demo/sheet/pairing', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://counterfoil.example',
      ...headers,
    },
  })
const devices = async (): Promise<number> =>
  (await server.deps.db.selectFrom('device').select('id').execute()).length

test('every card on the sheet is one of the database that the tablet knows by its token', async () => {
  const { cards, merchant_id } = await sheetOf('harbour')
  expect(cards).toHaveLength(18)
  const rows = await server.deps.db
    .selectFrom('feed')
    .select('data')
    .where('merchant_id', '=', merchant_id)
    .where('entity', '=', 'card')
    .execute()
  const known = new Set(rows.map(({ data }) => data?.['token_hash']))
  for (const { token } of cards) {
    expect(known.has(hashToken(token))).toBe(true)
    const text = `https://counterfoil.example/c/${token}`
    expect(readCredential(text, ['https://counterfoil.example'])).toEqual({ kind: 'card', token })
  }
})

test('it is drawn for people: names, numbers, PINs, a code for each; nothing to click by script', async () => {
  const response = await server.app.request('/demo/sheet')
  const page = await response.text()
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const { cards, people, tickets } = await sheetOf('harbour')
  for (const { number, token } of cards) {
    expect(page).toContain(number)
    // Printed for typing as well: not everybody has a second screen to film.
    expect(page).toContain(`>${token}<`)
  }
  for (const { name, pin } of people) {
    expect(page).toContain(name)
    expect(page).toContain(String(pin))
  }
  expect(page.match(/<svg/g)).toHaveLength(cards.length + people.length + tickets.length + 2)
  expect(page).not.toContain('<script')
  expect(page).not.toMatch(/ style="/)
  const rival = await (await server.app.request('/demo/sheet?merchant=rival')).text()
  expect(rival).toContain('Rival Books')
})

test('a PIN that was changed since is not shown any more', async () => {
  const { merchant_id } = await sheetOf('harbour')
  const [anna] = HARBOUR.staff
  const row = await server.deps.db
    .selectFrom('staff')
    .select('id')
    .where('merchant_id', '=', merchant_id)
    .where('personnel_number', '=', anna?.personnel_number ?? '')
    .executeTakeFirstOrThrow()
  const caller = { merchant_id, account_id: null }
  const by = { deps: server.deps, caller, ip: null, now: server.deps.now() }
  await setPin(by, row.id, '604817')
  const [first] = (await sheetOf('harbour')).people
  expect(first).toMatchObject({ name: anna?.name, pin: undefined })
})

test('looking prepares nothing; the button prepares one tablet, on the record', async () => {
  const before = await devices()
  await server.app.request('/demo/sheet')
  expect(await devices()).toBe(before)
  expect((await server.app.request('/demo/sheet/pairing')).status).toBe(404)
  const answer = await order('merchant=harbour&store=HARBOUR-2')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.text()).toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}/)
  expect(await devices()).toBe(before + 1)
  const audit = await server.deps.db
    .selectFrom('audit')
    .select(['action', 'account_id'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(audit).toEqual({ action: 'device.create', account_id: null })
})

test.each([
  {
    what: 'another site',
    body: 'merchant=harbour&store=HARBOUR-1',
    origin: 'https://evil.example',
    status: 403,
  },
  { what: 'no origin told', body: 'merchant=harbour&store=HARBOUR-1', origin: 'null', status: 403 },
  { what: 'a store of another merchant', body: 'merchant=harbour&store=RIVAL-1', status: 404 },
  { what: 'nothing', body: '', status: 400 },
  { what: 'a flood', body: 'x'.repeat(5000), status: 413 },
])('$what: $status, and no tablet', async ({ body, origin, status }) => {
  const before = await devices()
  const answer = await order(body, origin === undefined ? {} : { origin })
  expect(answer.status).toBe(status)
  expect(await devices()).toBe(before)
})

test('another secret has other PINs', () => {
  const other = createCrypto('the secret of another data folder, 0123456789')
  for (const person of HARBOUR.staff) {
    const here = demoPin(server.deps.crypto, 'harbour', person)
    expect(here).toMatch(/^\d{6}$/)
    expect(demoPin(other, 'harbour', person)).not.toBe(here)
  }
})

test('without the demo there is no sheet', async () => {
  const plain = await openTestServer()
  expect((await plain.app.request('/demo/sheet')).status).toBe(404)
  await plain.close()
})
