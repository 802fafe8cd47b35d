import { ENDPOINTS } from '@counterfoil/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer, type TestShop } from '../merchants/testing'

let server: TestServer
let shop: TestShop
let rival: TestShop
let program_id: string
beforeAll(async () => {
  server = await openTestServer()
  shop = await server.shop('Harbour')
  rival = await server.shop('Rival')
  program_id = (await shop.call(ENDPOINTS.createProgram, { body: { name: 'Coffee' } })).body.program
    .id
})
afterAll(() => server.close())

async function add(body: Readonly<Record<string, unknown>>, by = shop) {
  return (await by.call(ENDPOINTS.createCustomer, { body })).body.customer
}

async function found(search: string): Promise<string[]> {
  const { body } = await shop.call(ENDPOINTS.listCustomers, { query: { search } })
  return body.items.map(({ name }) => name)
}

describe('customers', () => {
  test('are found by words of the name, phone, e-mail and the number of their card', async () => {
    const zoe = await add({ name: 'Zoé Müller-Schmit', phone: '+352 621 48-77 01' })
    await add({ name: 'Zacharie Muller', email: ' Zach@Example.org ' })
    const body = { program_id, customer_id: zoe.id }
    const { card } = (await shop.call(ENDPOINTS.createCard, { body })).body
    expect(card).toMatchObject({ customer_id: zoe.id, customer_name: 'Zoé Müller-Schmit' })
    expect(await found('muller')).toEqual(['Zacharie Muller', 'Zoé Müller-Schmit'])
    expect(await found('SCHMIT zoe')).toEqual(['Zoé Müller-Schmit'])
    expect(await found('62148')).toEqual(['Zoé Müller-Schmit'])
    expect(await found('zach@example')).toEqual(['Zacharie Muller'])
    expect(await found(card.number.slice(-6))).toEqual(['Zoé Müller-Schmit'])
    for (const nobody of ['%', '_', 'Zoé  Zacharie', '99', '\u0301', '\u0301 \u0308']) {
      expect(await found(nobody)).toEqual([])
    }
  })

  test('are listed by name, whatever its case and accents, page by page', async () => {
    const names = ['émile', 'Eric', 'Zed', 'ERWIN']
    for (const name of names) await add({ name }, rival)
    const seen: string[] = []
    let query: Record<string, string> = { limit: '1' }
    for (;;) {
      const { items, next } = (await rival.call(ENDPOINTS.listCustomers, { query })).body
      seen.push(...items.map(({ name }) => name))
      if (next === null) break
      query = { limit: '1', cursor: next }
    }
    expect(seen).toEqual(['émile', 'Eric', 'ERWIN', 'Zed'])
  })

  test('a change keeps what it does not name; what is null is gone', async () => {
    const { id } = await add({ name: 'Ada', phone: '691 000 111', email: 'ada@example.org' })
    const params = { id }
    await shop.call(ENDPOINTS.updateCustomer, { params, body: { name: 'Ada L.', email: null } })
    const { customer } = (await shop.call(ENDPOINTS.getCustomer, { params })).body
    expect(customer).toMatchObject({ name: 'Ada L.', phone: '691 000 111', email: null, cards: 0 })
    const wrong = await shop.call(ENDPOINTS.updateCustomer, { params, body: { phone: 'call me' } })
    expect(wrong.problem?.errors).toMatchObject([{ pointer: '/phone', code: 'FORMAT' }])
  })

  test('one is forgotten for good; the card goes on as nobody’s', async () => {
    const { id } = await add({ name: 'Forgettable Person', email: 'forget@example.org' })
    const issued = await shop.call(ENDPOINTS.createCard, { body: { program_id, customer_id: id } })
    expect((await shop.call(ENDPOINTS.deleteCustomer, { params: { id } })).status).toBe(204)
    const { card } = issued.body
    const left = await shop.call(ENDPOINTS.getCard, { params: { id: card.id } })
    expect(left.body.card).toMatchObject({ customer_id: null, customer_name: null })
    const { rows } = await sql`select row_to_json(a)::text from audit a union all
      select row_to_json(c)::text from customer c union all
      select row_to_json(f)::text from feed f`.execute(server.deps.db)
    expect(JSON.stringify(rows)).not.toMatch(/forget/i)
  })

  test('no tablet is told of them', async () => {
    const { id } = await add({ name: 'Private Person', phone: '+352 999 888 777' })
    await shop.call(ENDPOINTS.createCard, { body: { program_id, customer_id: id } })
    const { rows } = await sql`select data::text from feed`.execute(server.deps.db)
    expect(JSON.stringify(rows)).not.toMatch(/Private|888|customer/)
  })
})

describe('a card’s customer', () => {
  test('can be given, changed and taken; the audit says so', async () => {
    const { id } = await add({ name: 'Bea' })
    const { card } = (await shop.call(ENDPOINTS.createCard, { body: { program_id } })).body
    const params = { id: card.id }
    const given = await shop.as('manager', ENDPOINTS.updateCard, {
      params,
      body: { customer_id: id },
    })
    expect(given.body.card).toMatchObject({ customer_name: 'Bea', status: 'active' })
    const mine = await shop.call(ENDPOINTS.listCards, { query: { customer_id: id } })
    expect(mine.body.items.map((one) => one.id)).toEqual([card.id])
    const byName = await shop.call(ENDPOINTS.listCards, { query: { search: 'bea' } })
    expect(byName.body.items.map((one) => one.id)).toEqual([card.id])
    const taken = await shop.call(ENDPOINTS.updateCard, { params, body: { customer_id: null } })
    expect(taken.body.card.customer_id).toBeNull()
    const audit = await shop.call(ENDPOINTS.listAudit, { query: { limit: '2' } })
    expect(audit.body.items.map(({ action }) => action)).toEqual(['card.customer', 'card.customer'])
  })

  test('is one of the same merchant', async () => {
    const { id } = await add({ name: 'Theirs' }, rival)
    const create = { body: { program_id, customer_id: id } }
    expect((await shop.call(ENDPOINTS.createCard, create)).problem?.code).toBe('NOT_FOUND')
    const { card } = (await shop.call(ENDPOINTS.createCard, { body: { program_id } })).body
    const update = { params: { id: card.id }, body: { customer_id: id } }
    expect((await shop.call(ENDPOINTS.updateCard, update)).problem?.code).toBe('NOT_FOUND')
    for (const endpoint of [ENDPOINTS.getCustomer, ENDPOINTS.deleteCustomer]) {
      expect((await shop.call(endpoint, { params: { id } })).problem?.code).toBe('NOT_FOUND')
    }
  })
})
