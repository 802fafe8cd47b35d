import { formatInstant, HOUR, MINUTE, plus } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acrossMerchants } from '../db/wall/merchant-scope'
import { writeAnnounced } from './announcements'
import { openTestServer, type TestServer, type TestShop } from '../merchants/testing'

const [FR, LB, PENDING] = ['annule@mail.example', 'ofgesot@mail.example', 'pending@mail.example']
let server: TestServer
let shop: TestShop
beforeAll(async () => {
  // Without a mail server what a demo mails can be read.
  server = await openTestServer({ DEMO: '1' })
  shop = await server.shop('Harbour')
})
afterAll(() => server.close())

async function announce(hours: number): Promise<string> {
  const starts_at = formatInstant(plus(server.deps.now(), hours * HOUR))
  const body = { title: 'Evening', starts_at, capacity: 20 }
  return (await shop.call(ENDPOINTS.createPerformance, { body })).body.performance.id
}

async function book(performance_id: string, email: string, more: object = {}): Promise<string> {
  const body = { performance_id, name: 'Ada', party_size: 2, email, ...more }
  return (await shop.call(ENDPOINTS.createReservation, { body })).body.reservation.id
}

/** As the running server does every other second. */
async function tellEverybody(): Promise<void> {
  while (await writeAnnounced(server.deps)) continue
}

const callOff = (id: string) => shop.call(ENDPOINTS.deletePerformance, { params: { id } })

async function mails(kind: string) {
  const { items } = (await shop.call(ENDPOINTS.listMails, { query: { limit: '100' } })).body
  return items.filter((mail) => mail.kind === kind)
}

const recipients = async (kind: string) => (await mails(kind)).map(({ to }) => to).toSorted()

/** Presses the button behind the link of somebody's newest mail of a kind. */
async function press(kind: string, email: string, part: string, fields: Record<string, string>) {
  const text = (await mails(kind)).find(({ to }) => to === email)?.text ?? ''
  const path = new RegExp(`https://counterfoil\\.example(/${part}/[\\w.-]+)`).exec(text)?.[1]
  const page = await server.app.request(path ?? '/no-link', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
  return { status: page.status, text: await page.text() }
}

test('everybody who has or was asked for seats is told, once, in their language', async () => {
  const id = await announce(72)
  await book(id, FR, { language: 'fr' })
  await book(id, LB, { language: 'lb' })
  await book(id, PENDING, { status: 'pending' })
  const gone = await book(id, 'gone@mail.example')
  await shop.call(ENDPOINTS.deleteReservation, { params: { id: gone } })
  await callOff(id)
  await callOff(id)
  // Thousands of letters would hold the merchant's lane: they are written after it.
  expect(await recipients('called_off')).toEqual([])
  await tellEverybody()
  expect(await recipients('called_off')).toEqual([FR, LB, PENDING].toSorted())
  const told = await mails('called_off')
  expect(told.find(({ to }) => to === FR)?.subject).toBe('Annulé : Evening')
  expect(told.find(({ to }) => to === LB)?.text).toContain('fënnt net statt')

  // What was to be confirmed, or could be changed, says so too.
  const confirmed = await press('confirm', PENDING, 'confirm', { lang: 'en' })
  expect(confirmed.status).toBe(409)
  expect(confirmed.text).toContain('This performance was called off')
  const changed = await press('ticket', FR, 'booking', { party_size: '3', lang: 'en' })
  expect(changed.status).toBe(409)
  expect(changed.text).toContain('This performance was called off')

  const params = { id }
  await shop.call(ENDPOINTS.updatePerformance, { params, body: { active: true } })
  await tellEverybody()
  expect(await recipients('takes_place')).toEqual([FR, LB, PENDING].toSorted())
})

test('nobody is told of what is over', async () => {
  const id = await announce(1)
  await book(id, 'over@mail.example')
  server.pass(2 * HOUR)
  await callOff(id)
  await tellEverybody()
  expect(await recipients('called_off')).not.toContain('over@mail.example')
})

test('a full house is told once, by whichever of two nodes comes first, also when one dies', async () => {
  const GUESTS = 450
  const id = await announce(48)
  const first = await book(id, 'guest@house.example')
  const db = acrossMerchants(server.deps.db)
  await sql`insert into reservation (merchant_id, id, performance_id, name, name_key, email,
      party_size, status, language, note, source, created_at)
    select merchant_id, gen_random_uuid(), performance_id, name, name_key,
        'guest' || n || '@house.example', party_size, status, language, note, source, created_at
      from reservation, generate_series(2, ${GUESTS}) as n where id = ${first}`.execute(db)
  await callOff(id)
  const other = server.sibling().deps
  const dying = { ...other, newId: dieAfter(other.newId, 150) }
  expect(await writeAnnounced(dying)).toBe(true)
  server.pass(MINUTE)
  const nodes = [server.deps, other]
  for (let n = 0; n < 4; n += 1) await Promise.all(nodes.map(writeAnnounced))
  expect(await writeAnnounced(other)).toBe(false)
  const { rows } = await sql<{ mails: number; guests: number }>`
    select count(*)::integer as mails, count(distinct to_address)::integer as guests from mail
     where to_address like '%@house.example' and kind = 'called_off'`.execute(db)
  expect(rows).toEqual([{ mails: GUESTS, guests: GUESTS }])
})

test('one that fails holds up no other, is tried again, and keeps its order', async () => {
  const [bad, good] = [await announce(48), await announce(48)]
  await book(bad, 'bad@order.example')
  await book(good, 'good@order.example')
  await callOff(bad)
  await shop.call(ENDPOINTS.updatePerformance, { params: { id: bad }, body: { active: true } })
  await callOff(good)
  const told = async (email: string) =>
    [...(await mails('called_off')), ...(await mails('takes_place'))]
      .filter(({ to }) => to === email)
      .map(({ kind }) => kind)
  const { deps } = server
  expect(await writeAnnounced({ ...deps, newId: dieAfter(deps.newId, 0) })).toBe(true)
  await tellEverybody()
  expect(await told('good@order.example')).toEqual(['called_off'])
  expect(await told('bad@order.example')).toEqual([])
  server.pass(MINUTE - 1)
  expect(await writeAnnounced(deps)).toBe(false)
  server.pass(1)
  await tellEverybody()
  expect(await told('bad@order.example')).toEqual(['called_off', 'takes_place'])
})

/** A node that goes away in the middle of its letters. */
function dieAfter(newId: () => string, calls: number): () => string {
  let left = calls
  return () => {
    left -= 1
    if (left < 0) throw new Error('died')
    return newId()
  }
}
