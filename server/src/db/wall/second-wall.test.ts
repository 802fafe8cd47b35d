import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { epochMs } from '@counterfoil/domain'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer, type TestShop } from '../../merchants/testing'
import { joinTransaction } from '../join-transaction'
import { acrossMerchants, forMerchant } from './merchant-scope'

let server: TestServer
let harbour: TestShop
let rival: TestShop
beforeAll(async () => {
  server = await openTestServer()
  harbour = await server.shop('harbour')
  rival = await server.shop('rival')
})
afterAll(() => server.close())

const asRival = () => forMerchant(server.deps.db, rival.merchant_id)
const bare = () => server.unscoped

describe('a query that forgets merchant_id, run for one merchant', () => {
  test('reads nothing of another', async () => {
    const stores = await asRival().selectFrom('store').select(['merchant_id', 'code']).execute()
    expect(stores).toEqual([{ merchant_id: rival.merchant_id, code: rival.store.code }])
    const named = asRival().selectFrom('store').where('id', '=', harbour.store.id).select('code')
    expect(await named.execute()).toEqual([])
    const counted = await sql<{ n: number }>`select count(*) as n from merchant`.execute(asRival())
    expect(counted.rows).toEqual([{ n: 1 }])
  })

  test('changes and deletes nothing of another', async () => {
    const renamed = await asRival().updateTable('store').set({ name: 'Mine' }).execute()
    expect(renamed.map(({ numUpdatedRows }) => numUpdatedRows)).toEqual([1n])
    const gone = await asRival().deleteFrom('membership').execute()
    expect(gone.map(({ numDeletedRows }) => numDeletedRows)).toEqual([3n])
    const theirs = await forMerchant(server.deps.db, harbour.merchant_id)
      .selectFrom('membership')
      .innerJoin('store', 'store.merchant_id', 'membership.merchant_id')
      .select('store.name')
      .execute()
    expect(theirs).toEqual([{ name: 'harbour' }, { name: 'harbour' }, { name: 'harbour' }])
  })

  test('puts nothing into another, and moves nothing there', async () => {
    const { merchant_id } = harbour
    const refused = /row-level security/
    const foreign = {
      merchant_id,
      id: server.deps.newId(),
      at: '2026-11-20T10:00:00.000Z',
    } as const
    const row = { ...foreign, action: 'x', detail: '{}' }
    const insert = asRival().insertInto('audit').values(row)
    await expect(insert.execute()).rejects.toThrow(refused)
    const moved = asRival().updateTable('store').set({ merchant_id }).execute()
    await expect(moved).rejects.toThrow(refused)
  })
})

describe('a handle', () => {
  test('that is for no merchant reaches the platform alone, and says so', async () => {
    expect(await bare().selectFrom('account').select('email').execute()).toHaveLength(6)
    const reading = bare().selectFrom('store').selectAll().execute()
    await expect(reading).rejects.toThrow('no merchant is set')
  })

  test('leaves nothing of its scope on the connection', async () => {
    await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const [shop, other] = n % 2 === 0 ? [harbour, rival] : [rival, harbour]
        const db = forMerchant(server.unscoped, shop.merchant_id)
        const one = db.selectFrom('store').select('code')
        expect(await one.execute()).toEqual([{ code: shop.store.code }])
        const inside = db
          .transaction()
          .execute((trx) => trx.selectFrom('store').select('code').execute())
        expect(await inside).toEqual([{ code: shop.store.code }])
        const theirs = forMerchant(server.unscoped, other.merchant_id).selectFrom('store')
        expect(await theirs.select('code').execute()).toEqual([{ code: other.store.code }])
        const left = await sql<{ left: string | null }>`
          select current_setting('counterfoil.merchant_id', true) as left`.execute(bare())
        expect(left.rows[0]?.left ?? '').toBe('')
      }),
    )
  })

  test('keeps types, parameters, errors and counts of rows as they are', async () => {
    const { rows } = await sql`
      select ${'a'}::text as text, ${[1, 2]}::int[] as list, ${null}::int as nothing,
        '2026-11-20T10:15:00.123Z'::timestamptz(3) as at, count(*) as n from store`.execute(
      asRival(),
    )
    const at = epochMs(Date.parse('2026-11-20T10:15:00.123Z'))
    expect(rows).toEqual([{ text: 'a', list: [1, 2], nothing: null, at, n: 1 }])
    await expect(sql`select 1 / 0`.execute(asRival())).rejects.toMatchObject({ code: '22012' })
    await expect(sql`select nonsense`.execute(asRival())).rejects.toMatchObject({ code: '42703' })
    expect((await sql`select 1 as one`.execute(asRival())).rows).toEqual([{ one: 1 }])
  })

  test('begins transactions of other kinds in its scope too, and ends them', async () => {
    const db = asRival()
    const codes = await db
      .transaction()
      .setIsolationLevel('serializable')
      .setAccessMode('read only')
      .execute((trx) => trx.selectFrom('store').select('code').execute())
    expect(codes).toEqual([{ code: rival.store.code }])
    const broken = db.transaction().execute((trx) => sql`select 1 / 0`.execute(trx))
    await expect(broken).rejects.toThrow('division by zero')
    expect(await db.selectFrom('store').select('code').execute()).toHaveLength(1)
  })

  test('of a running transaction becomes no other merchant’s', async () => {
    const db = asRival()
    await db.transaction().execute(async (trx) => {
      const joined = joinTransaction(trx, db)
      expect(forMerchant(joined, rival.merchant_id)).toBe(joined)
      expect(() => forMerchant(joined, harbour.merchant_id)).toThrow('something else')
      expect(() => acrossMerchants(joined)).toThrow('something else')
    })
  })

  test('is not made of what is no id', () => {
    const injected = `${rival.merchant_id}'; drop table card; --`
    expect(() => forMerchant(bare(), injected)).toThrow('an id is needed')
  })
})

test('every table with a merchant_id is behind the wall', async () => {
  const { rows } = await sql<{ relname: string; walled: boolean }>`
    select relname, relrowsecurity and relforcerowsecurity and (select count(*) = 2 from pg_policy
        where polrelid = pg_class.oid and polcmd = '*' and polroles = '{0}') as walled
      from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'merchant_id'
     where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
     order by relname`.execute(bare())
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter(({ walled }) => !walled)).toEqual([])
})

test('the server’s role may neither pass the wall nor take it down', async () => {
  const { rows } = await sql`
    select rolsuper, rolbypassrls from pg_roles where rolname = current_user`.execute(bare())
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }])
  const down = sql`alter table card disable row level security`.execute(bare())
  await expect(down).rejects.toThrow('must be owner')
  const rewritten = sql`alter table ledger_entry disable trigger all`.execute(bare())
  await expect(rewritten).rejects.toThrow('must be owner')
})

test('an ordinary owner, as of the embedded database, is held by it as well', async () => {
  const seen = server.superuser.transaction().execute(async (trx) => {
    const owner = sql.id(`owner_${server.deps.newId()}`)
    await sql`create role ${owner}`.execute(trx)
    await sql`grant usage on schema public to ${owner}`.execute(trx)
    await sql`alter table store owner to ${owner}`.execute(trx)
    await sql`set local role ${owner}`.execute(trx)
    await sql`select set_config('counterfoil.merchant_id', ${rival.merchant_id}, true)`.execute(trx)
    const { rows } = await sql`select code from store`.execute(trx)
    expect(rows).toEqual([{ code: rival.store.code }])
    throw new Error('seen')
  })
  await expect(seen).rejects.toThrow('seen')
})

/** Who looks across merchants, and why; whoever wants to must have a reason to write here. */
const ACROSS: Readonly<Record<string, string>> = {
  'admin/admin.routes.ts': 'the platform’s own list of merchants',
  'auth/act-for.ts': 'which merchants a user belongs to',
  'auth/auth.routes.ts': 'a sign-out stands in the record of each of them',
  'auth/describe-user.ts': 'which merchants a user belongs to',
  'auth/sign-in.ts': 'a sign-in stands in the record of each of them',
  'cli/tool-database.ts': 'the operator’s commands',
  'db/wall/merchant-scope.ts': 'the thing itself',
  'demo/demo.routes.ts': 'which merchant is the demo’s',
  'demo/ensure-demo.ts': 'makes two merchants in one transaction',
  'devices/claim.routes.ts': 'a typed code is looked up before its merchant is known',
  'door/announcements.ts': 'writes what was announced, of all merchants',
  'door/guest.ts': 'a link of a mail is opened before its merchant is known',
  'door/programme.query.ts': 'an address is looked up before its merchant is known',
  'door/ticket-owner.ts': 'a ticket’s page is opened before its merchant is known',
  'jobs/sweep.ts': 'what has run out, everywhere',
  'mail/mailer.ts': 'sends what waits, of all merchants',
  'merchants/require-key.ts': 'any sealed thing tells the key',
}

test('nobody else looks across merchants', async () => {
  const sources = fileURLToPath(new URL('../..', import.meta.url))
  const files = (await readdir(sources, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !/(^|[/.])test(ing)?\.ts$/.test(file),
  )
  const across: string[] = []
  for (const file of files) {
    if ((await readFile(join(sources, file), 'utf8')).includes('acrossMerchants('))
      across.push(file)
  }
  expect(across.toSorted()).toEqual(Object.keys(ACROSS))
})
