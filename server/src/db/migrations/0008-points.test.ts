import { changeSchema } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogger } from '../../logger'
import { createEmptyDatabase, type TestDatabase } from '../../testing/test-database'
import { openDatabase } from '../database'
import type { Database } from '../schema'
import * as first from './0001-first'
import * as points from './0008-points'

const MERCHANT = '01931f6e-7c00-7000-8000-000000000001'
const PROGRAM = '01931f6e-7c00-7000-8000-000000000002'
const CARD = '01931f6e-7c00-7000-8000-000000000003'
const HASH = 'a'.repeat(43)

const PROGRAM_BEFORE = {
  id: PROGRAM,
  name: 'Coffee',
  kind: 'stamps',
  active: true,
  stamps_required: 10,
  reward: 'A coffee',
  cooldown_minutes: 15,
  daily_limit: 5,
  pin_required: true,
}
const CARD_BEFORE = {
  id: CARD,
  token_hash: HASH,
  program_id: PROGRAM,
  status: 'active',
  number_end: '1234',
  stamps: 3,
  recent: [],
}

let database: TestDatabase
let db: Kysely<Database>

/** A merchant as the first version of the server kept it. */
beforeAll(async () => {
  database = await createEmptyDatabase()
  db = openDatabase({ connectionString: database.url, max: 2, log: createLogger('silent') })
  await first.up(db.withTables<never>())
  await sql
    .raw(`insert into merchant values ('${MERCHANT}', 'Shop', 'CHF', '{}', now())`)
    .execute(db)
  await sql`insert into merchant_head (merchant_id, ledger_hash, feed_pos)
    values (${MERCHANT}, '0', 2)`.execute(db)
  await sql`insert into program values (${MERCHANT}, ${PROGRAM}, 'Coffee', 'stamps', true, 10,
    'A coffee', 15, 5, true, now())`.execute(db)
  await sql`insert into card (merchant_id, id, program_id, number, token_hash, stamps, created_at)
    values (${MERCHANT}, ${CARD}, ${PROGRAM}, '123 456 1234', ${HASH}, 3, now())`.execute(db)
  await sql`insert into feed (merchant_id, entity, id, pos, data) values
    (${MERCHANT}, 'program', ${PROGRAM}, 1, ${JSON.stringify(PROGRAM_BEFORE)}),
    (${MERCHANT}, 'card', ${CARD}, 2, ${JSON.stringify(CARD_BEFORE)})`.execute(db)
  await points.up(db.withTables<never>())
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

test('what tablets pull is of the new form, and the full card’s reward comes behind all of it', async () => {
  const { rows } = await sql<{ entity: string; id: string; pos: number; data: object }>`
    select entity, id, pos, data from feed order by pos`.execute(db)
  for (const { entity, id, data } of rows) {
    expect(changeSchema.safeParse({ entity, id, data }).error).toBeUndefined()
  }
  expect(rows.map(({ entity, pos }) => [entity, pos])).toEqual([
    ['program', 1],
    ['card', 2],
    ['reward', 3],
  ])
  expect(rows[0]?.data).toMatchObject({ currency: 'CHF' })
  expect(rows[2]?.data).toMatchObject({ program_id: PROGRAM, name: 'A coffee', cost: 1 })
  const head = await sql`select feed_pos from merchant_head`.execute(db)
  expect(head.rows).toEqual([{ feed_pos: 3 }])
})

test('cards keep their stamps and begin without points', async () => {
  const { rows } = await sql`select stamps, points from card`.execute(db)
  expect(rows).toEqual([{ stamps: 3, points: 0 }])
})
