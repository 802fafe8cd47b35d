import { sql } from 'kysely'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createLogger } from '../logger'
import { createEmptyDatabase, type TestDatabase } from '../testing/test-database'
import { databaseProblem } from './database-problem'
import { openDatabase } from './database'
import { joinTransaction } from './join-transaction'
import { migrateDatabase, MIGRATIONS } from './migrate'

const log = createLogger('silent')
let database: TestDatabase | undefined
afterEach(() => database?.drop())

async function open(max = 5) {
  database = await createEmptyDatabase()
  const { url } = database
  return { url, db: openDatabase({ connectionString: url, max, log }) }
}

describe('migrating', () => {
  test('four nodes at once migrate once', async () => {
    const { url, db } = await open()
    await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(url)))
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(MIGRATIONS))
    await db.destroy()
  })

  test('a database that is newer than this server is refused', async () => {
    const { url, db } = await open()
    await migrateDatabase(url)
    await sql`insert into kysely_migration values ('9999-later', 'now')`.execute(db)
    await expect(migrateDatabase(url)).rejects.toThrow('9999-later')
    await db.destroy()
  })

  test('what fails half-way leaves nothing', async () => {
    const { url, db } = await open()
    await sql`create table card_stamp (mine int)`.execute(db)
    await expect(migrateDatabase(url)).rejects.toThrow('card_stamp')
    await expect(sql`select from account`.execute(db)).rejects.toThrow('account')
    await sql`drop table card_stamp`.execute(db)
    await migrateDatabase(url)
    expect((await sql`select from account`.execute(db)).rows).toEqual([])
    await db.destroy()
  })
})

describe('the database', () => {
  test('reads times as milliseconds and large numbers as numbers', async () => {
    const { db } = await open()
    const { rows } = await sql`
      select '2026-11-20T10:15:00.123Z'::timestamptz(3) as at, count(*) as n, '1600-01-01Z'::timestamptz as old
    `.execute(db)
    expect(rows).toEqual([{ at: 1795169700123, n: 1, old: -11676096000000 }])
    await db.destroy()
  })

  test('with all connections busy whoever comes next is told to try later', async () => {
    const { db } = await open(1)
    const busy = sql`select pg_sleep(9)`.execute(db)
    const error = await sql`select 1`.execute(db).catch((reason: unknown) => reason)
    expect(databaseProblem(error)).toMatchObject({ code: 'UNAVAILABLE', status: 503 })
    await busy
    await db.destroy()
  })

  test('cut off in the middle, it says so and comes back', async () => {
    const { db } = await open(2)
    const sleeping = sql`select pg_sleep(30)`.execute(db).catch((reason: unknown) => reason)
    const others = sql`
      select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like '%pg_sleep(30)%' and pid <> pg_backend_pid()
    `
    while ((await others.execute(db)).rows.length === 0) continue
    expect(databaseProblem(await sleeping)?.code).toBe('UNAVAILABLE')
    // The next one may still meet the broken connection: it learns the same, and the one after it is served.
    const next = sql`select 1 as one`.execute(db).catch(databaseProblem)
    expect([undefined, 'UNAVAILABLE']).toContain(Reflect.get(Object(await next), 'code'))
    await vi.waitFor(async () =>
      expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]),
    )
    await db.destroy()
  })
})

test('a transaction within a joined one fails alone and commits with the outer one', async () => {
  const { db } = await open()
  await sql`create table note (text text)`.execute(db)
  await db.transaction().execute(async (trx) => {
    const joined = joinTransaction(trx, db)
    await joined
      .transaction()
      .execute((inner) => sql`insert into note values ('kept')`.execute(inner))
    const failing = joined.transaction().execute(async (inner) => {
      await sql`insert into note values ('gone')`.execute(inner)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await sql`select text from note`.execute(db)).rows).toEqual([])
  })
  expect((await sql`select text from note`.execute(db)).rows).toEqual([{ text: 'kept' }])
  await db.destroy()
})
