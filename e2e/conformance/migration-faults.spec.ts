/** Two nodes migrate an empty database at once, and one of them is killed half-way. */
import { createEmptyDatabase } from '../../server/src/testing/test-database'
import { sql } from '../harness/database'
import { DatabaseTap } from '../harness/database-tap'
import { ProductServer } from '../harness/server'
import { expect, test } from './world'

test('a node killed half-way through the migrations leaves nothing, and the other makes them', async () => {
  const database = await createEmptyDatabase()
  const tap = await DatabaseTap.open(database.url)
  let first: ProductServer | undefined
  let second: ProductServer | undefined
  try {
    first = await ProductServer.prepared({ database: { url: tap.url }, demo: false })
    const half = new Promise<void>((resolve) => {
      tap.onStatement = (text) => {
        if (!text.includes('create table card_stamp')) return false
        void first?.kill9().then(resolve)
        return true
      }
    })
    first.launch()
    await half
    const tables = `select count(*)::int as n from pg_tables where tablename in ('account', 'card')`
    expect(await sql(database.url, tables)).toEqual([{ n: 0 }])
    tap.onStatement = () => false
    second = await ProductServer.prepared({ database: database, demo: false })
    await Promise.all([first.boot(), second.boot()])
    expect(await sql(database.url, tables)).toEqual([{ n: 2 }])
    const names = 'select name from kysely_migration group by name having count(*) > 1'
    expect(await sql(database.url, names)).toEqual([])
  } finally {
    await first?.close()
    await second?.close()
    await tap.close()
    await database.drop()
  }
})
