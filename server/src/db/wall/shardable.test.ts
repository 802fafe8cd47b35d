/** Every table can be spread over servers by merchant as it is: nothing of it spans merchants. */
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../../merchants/testing'
import type { Database } from '../schema'

/**
 * The tables that belong to no merchant, and why. On Citus they are reference tables or stay on the
 * coordinator; whoever adds one must have a reason to write here.
 */
const PLATFORM: Readonly<Record<string, string>> = {
  account: 'a person may belong to several merchants and signs in before any is known',
  session: 'of an account',
  sign_in_attempt: 'counted by address and account before any merchant is known',
  platform_audit: 'what was done to the platform or by nobody known',
  pairing_code: 'a typed code is looked up before its merchant is known',
  booking_page: 'an address is one merchant’s of the whole platform',
  kysely_migration: 'the schema itself',
  kysely_migration_lock: 'the schema itself',
}

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

interface Key {
  readonly relation: string
  readonly key: string
  readonly first: string
  /** Of a foreign key: the table it names, and that key's first column. */
  readonly names: string | null
  readonly named_first: string | null
}

/** Primary, unique and foreign keys with their leading columns; unique indexes are keys too. */
async function readKeys(db: Kysely<Database>): Promise<Key[]> {
  const { rows } = await sql<Key>`
    with first_column as (select attrelid, attnum, attname from pg_attribute where attnum > 0)
    select r.relname as relation, i.relname as key, c.attname as first,
        null as names, null as named_first
      from pg_index join pg_class i on i.oid = indexrelid join pg_class r on r.oid = indrelid
      join first_column c on c.attrelid = indrelid and c.attnum = indkey[0]
     where indisunique and r.relnamespace = 'public'::regnamespace
    union all
    select r.relname, conname, c.attname, f.relname, fc.attname
      from pg_constraint join pg_class r on r.oid = conrelid join pg_class f on f.oid = confrelid
      join first_column c on c.attrelid = conrelid and c.attnum = conkey[1]
      join first_column fc on fc.attrelid = confrelid and fc.attnum = confkey[1]
     where contype = 'f' and r.relnamespace = 'public'::regnamespace
    order by 1, 2`.execute(db)
  return rows
}

/** What is wrong with the keys of merchants' tables, in words. */
function spanning(keys: readonly Key[]): string[] {
  return keys
    .filter(({ relation }) => !(relation in PLATFORM))
    .filter(({ names }) => names === null || !(names in PLATFORM))
    .filter(({ first, named_first }) =>
      [first, named_first ?? first].some((of) => of !== 'merchant_id'),
    )
    .map(({ relation, key }) => `${relation}: ${key} does not start with merchant_id`)
}

describe('tables', () => {
  test('are a merchant’s, with its id in every key’s first place, or platform-wide for a reason', async () => {
    const keys = await readKeys(server.deps.db)
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class
       where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`.execute(
      server.deps.db,
    )
    const tables = rows.map(({ name }) => name).filter((name) => !(name in PLATFORM))
    const keyed = new Set(keys.map(({ relation }) => relation))
    expect(tables.filter((table) => !keyed.has(table))).toEqual([])
    expect(spanning(keys)).toEqual([])
  })

  test('have no sequence, no exclusion and no identity: numbers are handed out in the lane', async () => {
    const { rows } = await sql`
      select relname as name from pg_class
       where relkind = 'S' and relnamespace = 'public'::regnamespace
      union all select conname from pg_constraint
       where contype = 'x' and connamespace = 'public'::regnamespace`.execute(server.deps.db)
    expect(rows).toEqual([])
  })

  test('that broke the rule would be named', async () => {
    const { superuser } = server
    await sql`create table stray (id uuid primary key, merchant_id uuid)`.execute(superuser)
    await sql`create table straying (merchant_id uuid, id uuid unique references stray,
      primary key (merchant_id, id), unique (id, merchant_id))`.execute(superuser)
    const found = await readKeys(superuser)
    expect(spanning(found)).toEqual([
      'stray: stray_pkey does not start with merchant_id',
      'straying: straying_id_fkey does not start with merchant_id',
      'straying: straying_id_key does not start with merchant_id',
      'straying: straying_id_merchant_id_key does not start with merchant_id',
    ])
  })
})
