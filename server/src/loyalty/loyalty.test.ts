import { HOUR } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, openTestServer, type TestServer, type TestShop } from '../merchants/testing'
import { hashToken } from '../qr/token'

let server: TestServer
let shop: TestShop
let rival: TestShop
let program_id: string

beforeAll(async () => {
  server = await openTestServer()
  shop = await server.shop('harbour')
  rival = await server.shop('rival')
  program_id = await start('Coffee card')
})
afterAll(() => server.close())

const refusal = (answer: Answer): string => `${answer.status} ${answer.problem?.code ?? ''}`
const start = async (name: string, by = shop): Promise<string> =>
  (await by.call(ENDPOINTS.createProgram, { body: { name } })).body.program.id

async function told(entity: 'program' | 'card' | 'reward', id: string): Promise<unknown> {
  const row = await server.deps.db
    .selectFrom('feed')
    .select('data')
    .where('merchant_id', '=', shop.merchant_id)
    .where('entity', '=', entity)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.data
}

describe('programs', () => {
  test('one begins with the defaults of the contract, and tablets are told', async () => {
    const { program } = (await shop.call(ENDPOINTS.createProgram, { body: { name: 'Tea' } })).body
    const rules = {
      kind: 'stamps',
      active: true,
      stamps_required: 10,
      cooldown_minutes: 15,
      daily_limit: 5,
      pin_required: true,
      points_per_unit: 1,
      min_amount_minor: 0,
      max_points_per_op: 10_000,
      currency: 'EUR',
    }
    expect(program).toMatchObject({ ...rules, cards: 0 })
    expect(await told('program', program.id)).toEqual({
      id: program.id,
      name: 'Tea',
      reward: 'Reward',
      ...rules,
    })
  })

  test('a change keeps what it does not name; deleting ends it, and it issues no more cards', async () => {
    const id = await start('Bread')
    const params = { id }
    const changed = await shop.call(ENDPOINTS.updateProgram, { params, body: { daily_limit: 2 } })
    expect(changed.body.program).toMatchObject({ name: 'Bread', daily_limit: 2, active: true })
    const same = await shop.call(ENDPOINTS.updateProgram, { params, body: {} })
    expect(same.body.program).toEqual(changed.body.program)
    expect((await shop.call(ENDPOINTS.deleteProgram, { params })).status).toBe(204)
    expect(await told('program', id)).toMatchObject({ active: false, daily_limit: 2 })
    const card = await shop.call(ENDPOINTS.createCard, { body: { program_id: id } })
    expect(refusal(card)).toBe('422 VALIDATION')
  })

  test('each counts its own cards', async () => {
    const id = await start('Counted')
    await shop.call(ENDPOINTS.createCards, { body: { program_id: id, count: 7 } })
    const { items } = (await shop.call(ENDPOINTS.listPrograms)).body
    expect(items.find((program) => program.id === id)?.cards).toBe(7)
  })
})

describe('rewards', () => {
  const add = async (name: string, cost = 3): Promise<string> =>
    (await shop.call(ENDPOINTS.createReward, { body: { program_id, name, cost } })).body.reward.id

  test('one is told to tablets as it begins, changes and ends', async () => {
    const id = await add('Mug')
    const facts = { id, program_id, name: 'Mug', cost: 3, active: true }
    expect(await told('reward', id)).toEqual(facts)
    const params = { id }
    const changed = await shop.call(ENDPOINTS.updateReward, { params, body: { cost: 5 } })
    expect(changed.body.reward).toMatchObject({ ...facts, cost: 5 })
    expect((await shop.call(ENDPOINTS.deleteReward, { params })).status).toBe(204)
    expect(await told('reward', id)).toEqual({ ...facts, cost: 5, active: false })
    expect((await shop.call(ENDPOINTS.getReward, { params })).body.reward.active).toBe(false)
  })

  test('a program of stamps begins with the reward of its full card; both go by one name', async () => {
    const body = { name: 'Tea', reward: 'A pot of tea' }
    const { id } = (await shop.call(ENDPOINTS.createProgram, { body })).body.program
    const params = { id }
    const list = async () =>
      (await shop.call(ENDPOINTS.listRewards, { query: { program_id: id } })).body.items
    expect(await list()).toMatchObject([{ id, name: 'A pot of tea', cost: 1 }])
    await shop.call(ENDPOINTS.updateProgram, { params, body: { reward: 'Scones' } })
    expect(await list()).toMatchObject([{ name: 'Scones' }])
    await shop.call(ENDPOINTS.updateReward, { params, body: { name: 'Jam' } })
    expect(await told('program', id)).toMatchObject({ reward: 'Jam' })
    const points = await shop.call(ENDPOINTS.createProgram, {
      body: { name: 'Points', kind: 'points' },
    })
    const query = { program_id: points.body.program.id }
    expect((await shop.call(ENDPOINTS.listRewards, { query })).body.items).toEqual([])
  })

  test('nobody writes who may only read, and nobody of another merchant finds one', async () => {
    const params = { id: await add('Spoon') }
    const body = { program_id, name: 'Fork', cost: 1 }
    expect(refusal(await shop.as('viewer', ENDPOINTS.createReward, { body }))).toBe('403 FORBIDDEN')
    expect(refusal(await shop.as('viewer', ENDPOINTS.deleteReward, { params }))).toBe(
      '403 FORBIDDEN',
    )
    expect((await shop.as('viewer', ENDPOINTS.listRewards, {})).status).toBe(200)
    expect(refusal(await rival.call(ENDPOINTS.getReward, { params }))).toBe('404 NOT_FOUND')
    expect(refusal(await rival.call(ENDPOINTS.deleteReward, { params }))).toBe('404 NOT_FOUND')
    expect(refusal(await rival.call(ENDPOINTS.createReward, { body }))).toBe('404 NOT_FOUND')
  })

  test.each([{ cost: 0 }, { cost: 1.5 }, { cost: -1 }, { name: ' ' }, { colour: 'red' }])(
    'one with %o is refused',
    async (part) => {
      const body = { program_id, name: 'Plate', cost: 1, ...part }
      const { status } = await shop.call(ENDPOINTS.createReward, { body })
      expect([400, 422]).toContain(status)
    },
  )

  test('who added one is kept', async () => {
    const id = await add('Bowl')
    const audit = await server.deps.db
      .selectFrom('audit')
      .select(['action', 'detail'])
      .where('subject_id', '=', id)
      .execute()
    expect(audit).toEqual([
      { action: 'reward.create', detail: { program_id, name: 'Bowl', cost: 3 } },
    ])
  })
})

describe('cards', () => {
  test('the token is in the answer and nowhere else', async () => {
    const issued = await shop.as('manager', ENDPOINTS.createCard, { body: { program_id } })
    expect(issued.status).toBe(201)
    const { card, token, qr_png } = issued.body
    expect(token).toMatch(/^[\w-]{22}$/)
    expect(qr_png).toMatch(/^data:image\/png;base64,/)
    expect(card.number).toMatch(/^\d{3} \d{3} \d{4}$/)
    const rows = await server.deps.db.selectFrom('card').selectAll().execute()
    expect(rows.find(({ id }) => id === card.id)?.token_hash).toBe(hashToken(token))
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(await told('card', card.id)).toEqual({
      id: card.id,
      token_hash: hashToken(token),
      program_id,
      status: 'active',
      number_end: card.number.slice(-4),
      stamps: 0,
      recent: [],
      points: 0,
      moves: [],
    })
  })

  test('a thousand blank cards at once, each with its own number and token, on the feed together', async () => {
    const id = await start('Blank')
    const body = { program_id: id, count: 1000 }
    const { items } = (await shop.call(ENDPOINTS.createCards, { body })).body
    expect(new Set(items.map(({ card }) => card.number)).size).toBe(1000)
    expect(new Set(items.map(({ token }) => token)).size).toBe(1000)
    const fed = await server.deps.db
      .selectFrom('feed')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('merchant_id', '=', shop.merchant_id)
      .where('entity', '=', 'card')
      .where((where) => where(where.ref('data', '->>').key('program_id'), '=', id))
      .executeTakeFirstOrThrow()
    expect(fed.n).toBe(1000)
    const numbers = items.map(({ card }) => Number(card.number.replaceAll(' ', '')))
    expect(numbers).not.toEqual(numbers.toSorted((a, b) => a - b))
    const audit = await server.deps.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'card.create')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(audit.detail).toEqual({ program: 'Blank', program_id: id, count: 1000 })
  })

  test.each([0, 1001, 1.5, '5'])('%s cards at once are refused', async (count) => {
    const answer = await shop.call(ENDPOINTS.createCards, { body: { program_id, count } })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  test('cards are found by part of their number; % and _ find nothing by themselves', async () => {
    const { card } = (await shop.call(ENDPOINTS.createCard, { body: { program_id } })).body
    const search = async (text: string) => {
      const query = { search: text, limit: '500' }
      return (await shop.call(ENDPOINTS.listCards, { query })).body.items.map(({ id }) => id)
    }
    expect(await search(card.number)).toEqual([card.id])
    expect(await search(card.number.replaceAll(' ', ''))).toEqual([card.id])
    expect(await search(card.number.slice(4))).toContain(card.id)
    for (const text of ['%', '_', '___ ___ ____', '\\', "' or 1=1"]) {
      expect(await search(text)).toEqual([])
    }
  })

  test('blocked and unblocked, tablets are told; stamps and recent ones stay', async () => {
    const { card } = (await shop.call(ENDPOINTS.createCard, { body: { program_id } })).body
    const key = { merchant_id: shop.merchant_id, card_id: card.id, count: 1 }
    for (const hours of [1, 47, 49]) {
      const occurred_at = new Date(server.deps.now() - hours * HOUR).toISOString()
      const op_id = server.deps.newId()
      await server.deps.db
        .insertInto('card_stamp')
        .values({ ...key, op_id, occurred_at })
        .execute()
    }
    const params = { id: card.id }
    const block = { params, body: { status: 'blocked' } }
    const blocked = await shop.as('manager', ENDPOINTS.updateCard, block)
    expect(blocked.body.card).toEqual({ ...card, status: 'blocked' })
    const change = await told('card', card.id)
    expect(change).toMatchObject({ status: 'blocked', recent: [{ count: 1 }, { count: 1 }] })
    await shop.call(ENDPOINTS.updateCard, { params, body: { status: 'active' } })
    expect(await told('card', card.id)).toMatchObject({ status: 'active' })
    expect((await shop.call(ENDPOINTS.deleteCard, { params })).status).toBe(204)
    expect(await told('card', card.id)).toMatchObject({ status: 'blocked' })
  })

  test('a customer that nobody knows is not found', async () => {
    const body = { program_id, customer_id: server.deps.newId() }
    expect(refusal(await shop.call(ENDPOINTS.createCard, { body }))).toBe('404 NOT_FOUND')
  })

  test('lists come newest first, by program, page by page', async () => {
    const id = await start('Paged')
    await shop.call(ENDPOINTS.createCards, { body: { program_id: id, count: 5 } })
    const seen: string[] = []
    let query: Record<string, string> = { program_id: id, limit: '2' }
    for (;;) {
      const { items, next } = (await shop.call(ENDPOINTS.listCards, { query })).body
      seen.push(...items.map((card) => card.id))
      if (next === null) break
      query = { program_id: id, limit: '2', cursor: next }
    }
    expect(seen).toHaveLength(5)
    expect(seen).toEqual(seen.toSorted().toReversed())
  })
})

describe('whose they are', () => {
  test('another merchant’s programs and cards are not found, nor listed', async () => {
    const { card } = (await shop.call(ENDPOINTS.createCard, { body: { program_id } })).body
    const theirs = { params: { id: program_id } }
    const params = { id: card.id }
    const answers = [
      await rival.call(ENDPOINTS.getProgram, theirs),
      await rival.call(ENDPOINTS.updateProgram, { ...theirs, body: { name: 'Mine' } }),
      await rival.call(ENDPOINTS.deleteProgram, theirs),
      await rival.call(ENDPOINTS.createCard, { body: { program_id } }),
      await rival.call(ENDPOINTS.createCards, { body: { program_id, count: 3 } }),
      await rival.call(ENDPOINTS.getCard, { params }),
      await rival.call(ENDPOINTS.updateCard, { params, body: { status: 'blocked' } }),
      await rival.call(ENDPOINTS.updateCard, { params, body: {} }),
      await rival.call(ENDPOINTS.deleteCard, { params }),
    ]
    expect(answers.map(refusal)).toEqual(answers.map(() => '404 NOT_FOUND'))
    expect((await rival.call(ENDPOINTS.listCards)).body.items).toEqual([])
    expect((await rival.call(ENDPOINTS.listPrograms)).body.items).toEqual([])
  })

  test.each([
    { role: 'viewer', program: 403, card: 403 },
    { role: 'manager', program: 403, card: 201 },
    { role: 'owner', program: 201, card: 201 },
  ] as const)('a $role: program $program, card $card', async ({ role, program, card }) => {
    const made = await shop.as(role, ENDPOINTS.createProgram, { body: { name: 'X' } })
    expect(made.status).toBe(program)
    const issued = await shop.as(role, ENDPOINTS.createCard, { body: { program_id } })
    expect(issued.status).toBe(card)
    expect((await shop.as(role, ENDPOINTS.listCards)).status).toBe(200)
  })

  test('with the same Idempotency-Key cards are issued once', async () => {
    const headers = { 'idempotency-key': 'print-run-7' }
    const order = { headers, body: { program_id: await start('Once'), count: 3 } }
    const first = await shop.call(ENDPOINTS.createCards, order)
    const second = await shop.call(ENDPOINTS.createCards, order)
    expect(second.body).toEqual(first.body)
  })
})
