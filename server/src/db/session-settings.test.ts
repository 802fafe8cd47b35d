import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createLogger } from '../logger'
import { createEmptyDatabase, type TestDatabase } from '../testing/test-database'
import { openDatabase } from './database'
import { requireSettings } from './session-settings'

let database: TestDatabase
beforeAll(async () => {
  database = await createEmptyDatabase()
})
afterAll(() => database.drop())

/** What is said of a connection on which somebody in between has set this. */
async function saidOf(settings: Readonly<Record<string, string>>): Promise<string[]> {
  const log = { warn: vi.fn<(what: unknown) => void>() }
  const db = openDatabase({
    connectionString: database.url,
    max: 1,
    log: createLogger('silent'),
  })
  try {
    await db.transaction().execute(async (trx) => {
      for (const [name, value] of Object.entries(settings)) {
        await sql`select set_config(${name}, ${value}, true)`.execute(trx)
      }
      await requireSettings(trx, log)
    })
    return log.warn.mock.calls.map(([what]) => JSON.stringify(what))
  } finally {
    await db.destroy()
  }
}

test('connections that are as the server asks for them are passed without a word', async () => {
  expect(await saidOf({})).toEqual([])
})

test.each(['Europe/Luxembourg', 'Europe/London', 'Pacific/Auckland', 'Asia/Kolkata'])(
  'in %s nothing starts: times would be misread',
  async (zone) => {
    await expect(saidOf({ TimeZone: zone })).rejects.toThrow(`in the time zone ${zone}`)
  },
)

test('limits that a pooler has swallowed are named', async () => {
  expect(await saidOf({ lock_timeout: '0', statement_timeout: '0' })).toEqual([
    '{"settings":["statement_timeout","lock_timeout"]}',
  ])
})
