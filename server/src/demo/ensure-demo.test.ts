import { GENESIS_HASH, chainHash, type Json } from '@counterfoil/domain'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { announce } from '../announce'
import { verifyPassword } from '../auth/passwords'
import { openTestServer, type TestServer } from '../merchants/testing'
import { hashToken } from '../qr/token'
import { HARBOUR } from './cast'
import { demoCardToken, demoPin } from './demo-secrets'
import { ensureDemo } from './ensure-demo'

let server: TestServer
let filled: boolean

beforeAll(async () => {
  server = await openTestServer()
  filled = await ensureDemo(server.deps, 'a demo password')
})
afterAll(() => server.close())

const rows = async <T>(query: string): Promise<T[]> =>
  (await sql.raw<T>(query).execute(server.deps.db)).rows

test('an empty database is filled, once', async () => {
  expect(filled).toBe(true)
  expect(await ensureDemo(server.deps, 'another password')).toBe(false)
})

test('accounts, roles and stores are those of the contract', async () => {
  const accounts =
    await rows(`select email, platform_admin as admin, role, merchant.name as merchant
    from account left join membership using (account_id) left join merchant using (merchant_id)
    order by email`)
  expect(accounts).toEqual([
    { email: 'admin@counterfoil.example', admin: true, role: null, merchant: null },
    { email: 'owner@harbour.example', admin: false, role: 'owner', merchant: 'Harbour Coffee' },
    { email: 'owner@rival.example', admin: false, role: 'owner', merchant: 'Rival Books' },
    { email: 'viewer@harbour.example', admin: false, role: 'viewer', merchant: 'Harbour Coffee' },
  ])
  const stores = await rows<{ code: string }>('select code from store order by code')
  expect(stores.map(({ code }) => code)).toEqual(['HARBOUR-1', 'HARBOUR-2', 'RIVAL-1'])
  const [account] = await rows<{ password_hash: string }>('select password_hash from account')
  const { hashing } = server.deps
  expect(await verifyPassword(hashing, 'a demo password', account?.password_hash)).toBe(true)
})

test('the start names every account, a line each, and their password', async () => {
  const accounts = await rows<{ email: string }>('select email from account')
  const printed: string[] = []
  await announce(server.deps, { password: 'a demo password' }, (text) => printed.push(text))
  const lines = printed.join('\n').split('\n')
  const named = lines.flatMap((line) => /^ +(\S+@\S+) {2,}\S/.exec(line)?.[1] ?? [])
  expect(named.toSorted()).toEqual(accounts.map(({ email }) => email).toSorted())
  expect(lines.filter((line) => line.includes('a demo password'))).toHaveLength(1)
})

test('history went through the ingest: a chain that verifies, balances that add up', async () => {
  const entries = await rows<{ merchant_id: string; n: number; body: Json; hash: string }>(
    'select merchant_id, n, body, hash from ledger_entry order by merchant_id, n',
  )
  expect(entries.length).toBeGreaterThan(500)
  let before = { merchant_id: '', n: 0, hash: GENESIS_HASH }
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  for (const { body, ...entry } of entries) {
    if (entry.merchant_id !== before.merchant_id) {
      before = { merchant_id: entry.merchant_id, n: 0, hash: GENESIS_HASH }
    }
    expect(entry.n).toBe(before.n + 1)
    expect(chainHash(sha256, before.hash, body as Record<string, Json>)).toBe(entry.hash)
    before = entry
  }
  const wrong = await rows(`select card.id from card where stamps <> (select coalesce(sum(count), 0)
    from card_stamp where card_id = card.id and not voided)`)
  expect(wrong).toEqual([])
})

test('two weeks look lived in: every day has stamps, nearly all accepted and on time', async () => {
  const days = await rows(`select distinct occurred_at::date from operation
    where kind = 'loyalty.stamp' and status = 'accepted'`)
  expect(days.length).toBeGreaterThanOrEqual(14)
  const [count] = await rows<
    Record<'all' | 'refused' | 'late' | 'voids' | 'future', number>
  >(`select
    count(*) as all, count(*) filter (where status = 'rejected') as refused,
    count(*) filter (where 'LATE' = any(flags)) as late,
    count(*) filter (where kind = 'op.void' and status = 'accepted') as voids,
    count(*) filter (where occurred_at > '${new Date(server.deps.now()).toISOString()}') as future
    from operation`)
  expect(count?.refused).toBeLessThan(10)
  expect(count?.voids).toBeGreaterThan(0)
  expect(count?.late).toBeGreaterThan(0)
  expect(count?.future).toBe(0)
  const odd = await rows(`select code, flags from operation where 'CLOCK_BEHIND' = any(flags)`)
  expect(odd).toEqual([])
})

test('a few things wait for a decision', async () => {
  const open = await rows<{ reason: string; code: string | null }>(`select reason, code from review
    join operation on operation.merchant_id = review.merchant_id and operation.id = op_id
    where review.status = 'open' order by reason, code`)
  expect(open).toEqual([
    { reason: 'ACCEPTED_AFTER_SHOWN_REJECTED', code: null },
    { reason: 'MANUAL_CLASH', code: null },
    { reason: 'ODD_PUNCH', code: null },
    { reason: 'REFUSED_AFTER_SHOWN_ACCEPTED', code: 'PIN_WRONG' },
    { reason: 'REFUSED_AFTER_SHOWN_ACCEPTED', code: 'SIGN_ON_REJECTED' },
    { reason: 'REFUSED_AFTER_SHOWN_ACCEPTED', code: 'STAMP_COOLDOWN' },
  ])
})

test('two weeks at the entrance: shifts of everybody, an open end asked for, the poster on', async () => {
  const [count] = await rows<Record<'punches' | 'people', number>>(
    `select count(*)::int as punches, count(distinct staff_id)::int as people from punch`,
  )
  expect(count?.people).toBe(HARBOUR.staff.length)
  expect(count?.punches).toBeGreaterThan(120)
  expect(await rows(`select action, status from clock_request`)).toEqual([
    { action: 'out', status: 'open' },
  ])
  expect(await rows(`select name from poster join store on store.id = store_id`)).toHaveLength(1)
})

test('no raw token and no PIN of the demo is in the database', async () => {
  const { crypto } = server.deps
  const token = demoCardToken(crypto, 'harbour', 0)
  const tables = await rows<{ tablename: string }>(
    `select tablename from pg_tables where schemaname = 'public'`,
  )
  const dump: string[] = []
  for (const { tablename } of tables) {
    dump.push(JSON.stringify(await rows(`select t::text from ${tablename} t`)))
  }
  const text = dump.join('')
  expect(text).toContain(hashToken(token))
  expect(text).not.toContain(token)
  for (const person of HARBOUR.staff) {
    expect(text).not.toContain(`"${demoPin(crypto, 'harbour', person)}"`)
  }
})
