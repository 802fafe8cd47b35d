/** I10, I14: whatever the database does in the middle of a batch, it is taken whole or not at all. */
import type { PushAnswer } from '@counterfoil/protocol'
import { HOUR } from '@counterfoil/domain'
import { sql, type Transaction } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '../db/schema'
import { pairing, TestTablet } from '../devices/testing'
import { verifyLedger } from '../ledger/verify/verify-ledger'
import type { Answer } from '../merchants/testing'
import { enterLane } from './lane'
import { IngestShop, type WireOp } from './testing'

/** Connections of a test server. */
const POOL = 10
const PUSH = '/api/v1/store/sync/push'

let shop: IngestShop
let tablet: TestTablet
let card: string
let seq = 0
beforeAll(async () => {
  shop = await IngestShop.open()
  const { token } = await pairing(shop.shop)
  tablet = await TestTablet.reading(shop.server, token)
  await tablet.claim()
})
beforeEach(async () => {
  card = (await shop.freeCard()).token
})
afterAll(() => shop.close())
afterEach(() => sql`drop trigger if exists trouble on ledger_entry`.execute(shop.server.superuser))

function stamps(count: number): WireOp[] {
  const at = '2026-11-20T09:59:00.000Z'
  const shown = { status: 'accepted', code: null } as const
  return Array.from({ length: count }, () => {
    seq += 1
    const id = shop.server.deps.newId()
    return { id, seq, kind: 'loyalty.stamp', at, offset_ms: 0, shown, data: { card_token: card } }
  })
}

function push(ops: readonly WireOp[]): Promise<Answer<PushAnswer>> {
  const body = { sent_at: '2026-11-20T10:00:00.000Z', ops }
  return tablet.request('POST', PUSH, { body, headers: { 'counterfoil-protocol': '1' } })
}

function expectTryLater({ status, problem, headers }: Answer): void {
  expect({ status, ...problem }).toMatchObject({ status: 503, code: 'UNAVAILABLE' })
  expect(problem?.request_id).toBe(headers.get('x-request-id'))
  expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(JSON.stringify(problem)).not.toMatch(/ledger|insert|trouble|\/src\//)
}

async function expectTaken(ops: readonly WireOp[], answer: Answer<PushAnswer>): Promise<void> {
  expect(answer.status).toBe(200)
  expect(answer.body.verdicts.map(({ status }) => status)).toEqual(ops.map(() => 'accepted'))
  const again = await push(ops)
  expect(again.body.verdicts).toEqual(answer.body.verdicts)
}

/** The database itself fails the insert into the ledger, with this SQLSTATE. */
async function trouble(code: string): Promise<void> {
  const raise = sql.raw(`create or replace function trouble() returns trigger language plpgsql as
    $$ begin raise exception 'trouble' using errcode = '${code}'; end $$`)
  await raise.execute(shop.server.superuser)
  await sql`create trigger trouble before insert on ledger_entry
    for each statement execute function trouble()`.execute(shop.server.superuser)
}

describe('in the middle of a batch of 200', () => {
  test.each([
    ['a statement timeout', '57014'],
    ['a lock timeout', '55P03'],
    ['a deadlock, again and again', '40P01'],
    ['a serialization failure, again and again', '40001'],
    ['a full disk', '53100'],
    ['no memory', '53200'],
    ['a disk that cannot be read', '58030'],
    ['a standby that takes no writes', '25006'],
    ['a shutdown', '57P01'],
  ])('%s (%s): 503, nothing stored; afterwards it is taken', async (_, code) => {
    const ops = stamps(200)
    const before = await shop.dump()
    await trouble(code)
    expectTryLater(await push(ops))
    expect(await shop.dump()).toEqual(before)
    await sql`drop trigger trouble on ledger_entry`.execute(shop.server.superuser)
    await expectTaken(ops, await push(ops))
  })

  test('an error of our own: 500 without a word of the inside, nothing stored', async () => {
    const ops = stamps(200)
    const before = await shop.dump()
    await trouble('22012')
    const { status, problem } = await push(ops)
    expect({ status, ...problem }).toMatchObject({ status: 500, code: 'INTERNAL' })
    expect(problem?.request_id).toBeTruthy()
    expect(JSON.stringify(problem)).not.toMatch(/trouble|ledger|division/)
    expect(await shop.dump()).toEqual(before)
    await sql`drop trigger trouble on ledger_entry`.execute(shop.server.superuser)
    await expectTaken(ops, await push(ops))
  })
})

/** Holds the card that the batch wants to write while it holds the lane. */
async function whileCardIsHeld(deed: (holder: Transaction<Database>) => Promise<void>) {
  await shop.server.superuser.transaction().execute(async (holder) => {
    await sql`select from card where merchant_id = ${shop.merchant_id} for update`.execute(holder)
    await deed(holder)
  })
}

/** The session that waits for the holder's lock, as soon as one does. */
function waitingFor(holder: Transaction<Database>): Promise<number> {
  return vi.waitFor(
    async () => {
      const { rows } = await sql<{ pid: number }>`
        select pid from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))
      `.execute(holder)
      const [found] = rows
      if (found === undefined) throw new Error('nobody waits yet')
      return found.pid
    },
    { timeout: 10_000, interval: 10 },
  )
}

test.each(['pg_cancel_backend', 'pg_terminate_backend'])(
  '%s in the middle of the one write: 503, nothing stored; afterwards it is taken',
  async (how) => {
    const ops = stamps(200)
    const before = await shop.dump()
    await whileCardIsHeld(async (holder) => {
      const answer = push(ops)
      const pid = await waitingFor(holder)
      await sql`select ${sql.raw(how)}(${pid}::integer)`.execute(holder)
      expectTryLater(await answer)
    })
    expect(await shop.dump()).toEqual(before)
    await expectTaken(ops, await push(ops))
  },
)

test('a real deadlock costs the batch a second try, and nobody notices', async () => {
  const ops = stamps(200)
  const before = await shop.count('operation')
  let answer: Promise<Answer<PushAnswer>> | undefined
  await whileCardIsHeld(async (holder) => {
    // Ours shall be the one that the database breaks off.
    await sql`set local deadlock_timeout = '60s'`.execute(holder)
    answer = push(ops)
    await waitingFor(holder)
    await enterLane(holder, shop.merchant_id)
  })
  if (answer !== undefined) await expectTaken(ops, await answer)
  expect(await shop.count('operation')).toBe(before + 200)
})

test('a card that is moved past the lane: 500, nothing stored; afterwards it is taken', async () => {
  const ops = stamps(5)
  const before = await shop.dump()
  let answer: Promise<Answer<PushAnswer>> | undefined
  await whileCardIsHeld(async (holder) => {
    answer = push(ops)
    await waitingFor(holder)
    await sql`update card set number = number where merchant_id = ${shop.merchant_id}`.execute(
      holder,
    )
  })
  expect(await answer).toMatchObject({ status: 500, problem: { code: 'INTERNAL' } })
  expect(await shop.dump()).toEqual(before)
  await expectTaken(ops, await push(ops))
  const { difference } = await verifyLedger(shop.server.deps.db, shop.merchant_id)
  expect(difference).toBeUndefined()
})

test('with every connection busy the caller is told to come back, and is served then', async () => {
  const { unscoped, superuser } = shop.server
  const busy = Array.from({ length: POOL }, () =>
    sql`select pg_sleep(60)`.execute(unscoped).catch((error: unknown) => error),
  )
  const ops = stamps(5)
  const refused = await push(ops)
  expect(refused.status).toBe(503)
  expectTryLater(refused)
  await sql`select pg_cancel_backend(pid) from pg_stat_activity
    where datname = current_database() and query like '%pg_sleep(60)%'
      and pid <> pg_backend_pid()`.execute(superuser)
  await Promise.all(busy)
  await expectTaken(ops, await push(ops))
}, 30_000)

test.each([1, -1])(
  'the server’s clock jumps by %i h: nonces heal, verdicts stand',
  async (hours) => {
    const ops = stamps(3)
    const first = await push(ops)
    await expectTaken(ops, first)
    shop.server.pass(hours * HOUR)
    try {
      expect((await push(ops)).body.verdicts).toEqual(first.body.verdicts)
      const later = stamps(3)
      await expectTaken(later, await push(later))
      const { end, difference } = await verifyLedger(shop.server.deps.db, shop.merchant_id)
      expect({ difference, n: end.n }).toEqual({ n: await shop.count('ledger_entry') })
    } finally {
      shop.server.pass(-hours * HOUR)
    }
  },
)
