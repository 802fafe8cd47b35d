import { sql } from 'kysely'
import { Client, Query } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { enterLane } from '../lane'
import { IngestShop, PIN, WRONG_PIN } from '../testing'
import { Venue } from '../testing-door'

const PATIENTLY = { timeout: 10_000, interval: 5 }

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

/** Statements that reach the database during the work; they are only watched. */
async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const watched = vi.spyOn(Client.prototype, 'query')
  try {
    await work()
    return watched.mock.calls.map(([query]: readonly unknown[]) => firstWord(query))
  } finally {
    watched.mockRestore()
  }
}

/** What is sent alone, or prepared, is an object with its text. */
function firstWord(query: unknown): string {
  const text = typeof query === 'object' && query !== null && 'text' in query ? query.text : query
  return (
    String(text)
      .replace(/^\/\*.*?\*\//, '')
      .trim()
      .split(/\W/)[0] ?? ''
  )
}

test.each([1, 50, 500])('a batch of %i takes five statements', async (size) => {
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  const ops = Array.from({ length: size }, () => tablet.stamp(card.token))
  const lane = ['begin', 'select', 'with', 'with', 'commit']
  expect(await statements(() => tablet.push(ops))).toEqual(lane)
  expect(await statements(() => tablet.push(ops))).toEqual(lane)
})

test('the read is sent before the lock is answered, the write behind the read’s answer', async () => {
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  await tablet.push([tablet.stamp(card.token)])
  // Not what is asked of the driver, but what leaves it.
  const sent = vi.spyOn(Query.prototype, 'submit')
  const words = () => sent.mock.contexts.map(firstWord)
  try {
    let answer: Promise<unknown> | undefined
    await shop.server.superuser.transaction().execute(async (holder) => {
      await enterLane(holder, shop.merchant_id)
      sent.mockClear()
      answer = tablet.push([tablet.stamp(card.token)])
      await vi.waitFor(() => expect(words()).toContain('select'), PATIENTLY)
      await new Promise(setImmediate)
      expect(words()).toEqual(['begin', 'select', 'with'])
      sent.mockClear()
    })
    await answer
    expect(words().filter((word) => word !== 'commit')).toEqual(['with'])
  } finally {
    sent.mockRestore()
  }
})

test('while a batch commits, the next one’s lock and read are sent', async () => {
  const card = await shop.freeCard()
  const [one, other] = [await shop.tablet(), await shop.tablet()]
  const { superuser } = shop.server
  // A commit takes until the holder has gone.
  await sql
    .raw(
      `create function slow() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock_shared(7); return null; end $$;
      create constraint trigger slow after insert on ledger_entry deferrable initially deferred
        for each row execute function slow()`,
    )
    .execute(superuser)
  const sent = vi.spyOn(Query.prototype, 'submit')
  const words = () => sent.mock.contexts.map(firstWord).toSorted()
  const outcomes: Promise<string[]>[] = []
  const both = ['begin', 'begin', 'commit', 'select', 'select', 'with', 'with', 'with']
  try {
    await superuser.transaction().execute(async (holder) => {
      await sql`select pg_advisory_xact_lock(7)`.execute(holder)
      sent.mockClear()
      for (const tablet of [one, other]) outcomes.push(tablet.outcomes([tablet.stamp(card.token)]))
      await vi.waitFor(() => expect(words()).toEqual(both), PATIENTLY)
    })
    expect(await Promise.all(outcomes)).toEqual([['accepted'], ['accepted']])
    expect(await shop.stampsOn(card.id)).toBe(2)
  } finally {
    sent.mockRestore()
    await sql`drop trigger slow on ledger_entry`.execute(superuser)
  }
})

test('a sign-on takes one more, before the lane; a heartbeat takes one', async () => {
  const tablet = await shop.tablet()
  const staff = await shop.person()
  await tablet.push([await tablet.signOn(staff, PIN)])
  const [right, wrong] = [await tablet.signOn(staff, PIN), await tablet.signOn(staff, WRONG_PIN)]
  const lane = ['begin', 'select', 'with', 'with', 'commit']
  expect(await statements(() => tablet.push([right, wrong]))).toEqual(['select', ...lane])
  expect(await statements(() => tablet.push([]))).toEqual(['with'])
})

test('a batch of tickets takes five as well, and one more to learn a key', async () => {
  const venue = await Venue.open(shop)
  const door = await venue.door()
  const tickets = await Promise.all([venue.ticket(), venue.ticket(), venue.ticket()])
  const ops = tickets.map((ticket) => venue.admit(door, ticket))
  const lane = ['begin', 'select', 'with', 'with', 'commit']
  expect(await statements(() => door.push(ops.slice(0, 1)))).toEqual(['select', ...lane])
  expect(await statements(() => door.push(ops))).toEqual(lane)
})

test('where a pooler has forgotten what was prepared, a batch is taken all the same', async () => {
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  await tablet.push([tablet.stamp(card.token)])
  await sql`deallocate all`.execute(shop.server.deps.db)
  const lane = ['begin', 'select', 'with', 'with', 'commit']
  const push = () => tablet.push([tablet.stamp(card.token)])
  const broken = ['begin', 'select', 'with', 'rollback']
  expect(await statements(push)).toEqual([...broken, ...lane])
  expect(await statements(push)).toEqual(lane)
})
