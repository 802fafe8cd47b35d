import { type Id, MINUTE } from '@counterfoil/domain'
import fc from 'fast-check'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { verifyLedger } from '../../ledger/verify/verify-ledger'
import { IngestShop, IngestTablet, type WireOp } from '../testing'
import { createIngest } from './ingest'

// What is pushed in the same moment: the first takes the lane, the others wait for it together.

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

const tablets = (count: number): Promise<IngestTablet[]> =>
  Promise.all(Array.from({ length: count }, () => shop.tablet()))

/** How often each sort of statement reached the database during the work. */
async function counted(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const watched = vi.spyOn(Client.prototype, 'query')
  try {
    await work()
    const counts: Record<string, number> = {}
    for (const [query] of watched.mock.calls as readonly (readonly unknown[])[]) {
      const text =
        typeof query === 'object' && query !== null && 'text' in query ? query.text : query
      const [word = ''] = String(text).replace('/* prepared */', '').trim().split(/\W/)
      counts[word] = (counts[word] ?? 0) + 1
    }
    return counts
  } finally {
    watched.mockRestore()
  }
}

async function expectSoundLedger(): Promise<void> {
  const { difference } = await verifyLedger(shop.server.deps.db, shop.merchant_id)
  expect(difference).toBeUndefined()
}

test('five batches take two transactions: one for the first, one for those that waited', async () => {
  const card = await shop.freeCard()
  const all = await tablets(5)
  const counts = await counted(() =>
    Promise.all(all.map((one) => one.push([one.stamp(card.token), one.stamp(card.token)]))),
  )
  expect(counts).toEqual({ begin: 2, select: 2, with: 10, commit: 2 })
  expect(await shop.stampsOn(card.id)).toBe(10)
  await expectSoundLedger()
})

test('R-020: a batch meets the stamps of those before it in the same transaction', async () => {
  const card = await shop.card(await shop.program())
  const all = await tablets(6)
  const outcomes = await Promise.all(all.map((one) => one.outcomes([one.stamp(card.token)])))
  expect(outcomes.flat().toSorted()).toEqual([
    ...Array.from({ length: 5 }, () => 'STAMP_COOLDOWN'),
    'accepted',
  ])
  expect(await shop.stampsOn(card.id)).toBe(1)
})

test('one that is refused does not stop the others', async () => {
  const card = await shop.freeCard()
  const all = await tablets(4)
  const pushes = all.map((one, index) => {
    const sender = index === 2 ? { ...one.sender, incarnation: 7 } : one.sender
    return new IngestTablet(shop, sender).outcomes([one.stamp(card.token)])
  })
  const results = await Promise.allSettled(pushes)
  expect(
    results.map((result) => (result.status === 'fulfilled' ? result.value : 'refused')),
  ).toEqual([['accepted'], ['accepted'], 'refused', ['accepted']])
  expect(await shop.stampsOn(card.id)).toBe(3)
  await expectSoundLedger()
})

test('a fault of our own in one of three: the others are answered', async () => {
  const card = await shop.freeCard()
  const { deps } = shop.server
  let asked = 0
  // One id for each batch: the first alone, the second of the three that wait, that one again alone.
  const newId = () => {
    asked += 1
    if (asked === 3 || asked === 5) throw new TypeError('broke')
    return deps.newId()
  }
  const node = Object.assign(new IngestShop(shop.server, shop.shop), {
    ingest: createIngest({ ...deps, newId }),
  })
  const all = (await tablets(4)).map(({ sender }) => new IngestTablet(node, sender))
  const results = await Promise.allSettled(all.map((one) => one.push([one.stamp(card.token)])))
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(results[2]).toMatchObject({ reason: { message: 'broke' } })
  expect(asked).toBe(6)
  expect(await shop.stampsOn(card.id)).toBe(3)
  await expectSoundLedger()
})

/** The database fails the ledger entry of this operation, with this SQLSTATE. */
async function troubleWith(op_id: Id, code: string): Promise<void> {
  const { superuser } = shop.server
  await sql
    .raw(
      `create or replace function trouble() returns trigger language plpgsql as
    $$ begin raise exception 'trouble' using errcode = '${code}'; end $$;
    create trigger trouble before insert on ledger_entry
    for each row when (new.op_id = '${op_id}') execute function trouble()`,
    )
    .execute(superuser)
}

test.each([
  ['what a trigger raises', 'P0001', [true, true, false, true]],
  ['a right that is missing', '42501', [true, true, false, true]],
  ['a row that is met twice', '21000', [true, true, false, true]],
  ['a statement that is too complex', '54001', [true, true, false, true]],
  ['a database that is busy is so for all', '57014', [true, false, false, false]],
])('%s (%s) in one of three', async (_, code, answered) => {
  const card = await shop.freeCard()
  const all = await tablets(4)
  const ops = all.map((one) => [one.stamp(card.token)])
  await troubleWith(ops[2]?.[0]?.id ?? '', code)
  const pushes = all.map((one, index) => one.push(ops[index] ?? []))
  const results = await Promise.allSettled(pushes)
  await sql`drop trigger trouble on ledger_entry`.execute(shop.server.superuser)
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual(answered)
  expect(results[2]).toMatchObject({ reason: { code } })
  expect(await shop.stampsOn(card.id)).toBe(answered.filter(Boolean).length)
  const again = await Promise.all(all.map((one, index) => one.outcomes(ops[index] ?? [])))
  expect(again.flat()).toEqual(all.map(() => 'accepted'))
  await expectSoundLedger()
})

test('I1: an operation that two tablets hand in at once is taken once', async () => {
  const card = await shop.freeCard()
  const [first, one, other] = await tablets(3)
  if (first === undefined || one === undefined || other === undefined) throw new Error('tablets')
  const same = one.stamp(card.token)
  const outcomes = await Promise.all([
    first.outcomes([first.stamp(card.token)]),
    one.outcomes([same]),
    other.outcomes([same, other.stamp(card.token, { seq: 2 })]),
  ])
  expect(outcomes).toEqual([['accepted'], ['accepted'], ['accepted', 'accepted']])
  expect(await shop.stampsOn(card.id)).toBe(3)
  await expectSoundLedger()
})

test('one tablet’s batches never go together, and all of them arrive', async () => {
  const card = await shop.freeCard()
  const tablet = await shop.tablet()
  const ops = Array.from({ length: 6 }, () => tablet.stamp(card.token))
  const answers = await Promise.all(ops.map((op) => tablet.push([op])))
  expect(Math.max(...answers.map(({ last_seq }) => last_seq))).toBe(6)
  expect(answers.at(-1)?.missing).toEqual([])
})

test('a tablet’s later batch does not overtake one of its own that must go alone', async () => {
  const card = await shop.freeCard()
  const [first, other, tablet] = await tablets(3)
  if (first === undefined || other === undefined || tablet === undefined) throw new Error('tablets')
  const mistake = tablet.stamp(card.token)
  await tablet.push([mistake])
  const undo = tablet.op('op.void', { op_id: mistake.id, reason: '' })
  const batches = [
    first.push([first.stamp(card.token)]),
    other.push([other.stamp(card.token)]),
    tablet.push([undo]),
    tablet.push([tablet.stamp(card.token)]),
  ]
  const [, , early, late] = await Promise.all(batches)
  expect([early, late].map((answer) => answer?.last_seq)).toEqual([2, 3])
  expect([early, late].map((answer) => answer?.missing)).toEqual([[], []])
})

const minutesArb = fc.array(fc.array(fc.nat(90), { minLength: 1, maxLength: 5 }), {
  minLength: 3,
  maxLength: 6,
})

test('I2, I3: whatever is handed in at once, no two stamps that count are nearer than the cooldown', async () => {
  const program = await shop.program({ cooldown_minutes: 15, daily_limit: 4 })
  await fc.assert(
    fc.asyncProperty(minutesArb, async (queues) => {
      const card = await shop.card(program)
      const all = await tablets(queues.length)
      const ops = queues.map((minutes, index) => stampsOf(all[index], card.token, minutes))
      const answers = await Promise.all(all.map((one, index) => one.push(ops[index] ?? [])))
      const counting = answers
        .flatMap(({ verdicts }) => verdicts)
        .filter(({ status }) => status === 'accepted')
        .map(({ occurred_at }) => Date.parse(occurred_at))
        .toSorted((a, b) => a - b)
      for (const [index, at] of counting.slice(1).entries()) {
        expect(at - (counting[index] ?? 0)).toBeGreaterThanOrEqual(15 * MINUTE)
      }
      expect(await shop.stampsOn(card.id)).toBe(counting.length)
      const again = await Promise.all(all.map((one, index) => one.push(ops[index] ?? [])))
      expect(again.map(({ verdicts }) => verdicts)).toEqual(answers.map(({ verdicts }) => verdicts))
    }),
    { numRuns: 12 },
  )
  await expectSoundLedger()
})

function stampsOf(
  tablet: IngestTablet | undefined,
  token: Id,
  minutes: readonly number[],
): WireOp[] {
  if (tablet === undefined) throw new Error('a tablet for each queue')
  return minutes
    .toSorted((a, b) => a - b)
    .map((minute) => tablet.stamp(token, { at: shop.at((minute - 95) * MINUTE) }))
}
