import { canonicalJson, chainHash, GENESIS_HASH, type Json } from '@counterfoil/domain'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendEntries } from './append-entries'
import { enterLane } from './lane'
import { chainEntries, type EntryDraft, sha256Hex } from './ledger-chain'
import { IngestShop, PIN, WRONG_PIN } from './testing'

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

async function entries() {
  return shop.server.deps.db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('merchant_id', '=', shop.merchant_id)
    .orderBy('n')
    .execute()
}

function draft(id: string): EntryDraft {
  const at = shop.now()
  const nobody = { staff_id: null, user_id: null, store_id: null, device_id: null }
  const nothing = { card_id: null, program_id: null, target_op_id: null, op_id: null, code: null }
  return {
    ...nobody,
    ...nothing,
    id,
    review_id: shop.server.deps.newId(),
    kind: 'review.dismiss',
    status: 'accepted',
    flags: [],
    occurred_at: at,
    recorded_at: at,
    stamps: 0,
    note: 'naïve “note” — \u202e ☕ \\u0000',
  }
}

test('every verdict has its entry; the chain holds from the first to the head', async () => {
  const [tablet, twin] = [await shop.tablet(), await shop.tablet()]
  const card = await shop.freeCard()
  const staff = await shop.person()
  const signOn = await tablet.signOn(staff, PIN)
  const stamp = tablet.stamp(card.token, { sign_on: signOn.id })
  const ops = [
    signOn,
    stamp,
    { ...stamp, data: { card_token: card.token, count: 9 } },
    await tablet.signOn(staff, WRONG_PIN),
    tablet.op('op.void', { op_id: stamp.id, reason: 'wrong “card”' }, { sign_on: signOn.id }),
    tablet.op('coffee.brew'),
    { ...tablet.op('staff.sign_off'), at: 'never' },
  ]
  await Promise.all([tablet.push(ops), twin.push([twin.stamp(card.token)]), tablet.push(ops)])
  const { db } = shop.server.deps
  await db.transaction().execute(async (trx) => {
    const head = await enterLane(trx, shop.merchant_id)
    await appendEntries(trx, shop.merchant_id, head, [draft(shop.server.deps.newId())])
  })
  const rows = await entries()
  expect(rows).toHaveLength(9)
  let previous = GENESIS_HASH
  rows.forEach((row, index) => {
    expect(row.n).toBe(index + 1)
    expect(row.body).toMatchObject({ n: row.n, id: row.id, op_id: row.op_id, kind: row.kind })
    expect(row.prev_hash).toBe(previous)
    expect(row.hash).toBe(chainHash(sha256Hex, previous, row.body as Record<string, Json>))
    previous = row.hash
  })
  const head = await db
    .selectFrom('merchant_head')
    .select(['ledger_n', 'ledger_hash'])
    .where('merchant_id', '=', shop.merchant_id)
    .executeTakeFirstOrThrow()
  expect(head).toEqual({ ledger_n: 9, ledger_hash: previous })
  const undone = rows.find(({ kind }) => kind === 'op.void')?.body
  expect(undone).toMatchObject({
    staff_id: staff,
    card_id: card.id,
    stamps: -1,
    target_op_id: stamp.id,
  })
})

test('an entry is written as canonical JSON at once, with whatever it says', () => {
  const id = shop.server.deps.newId()
  const all: Required<EntryDraft> = {
    ...draft(id),
    stamps: -0,
    points: -12,
    reward_id: id,
    amount_minor: Number.MAX_SAFE_INTEGER,
    currency: 'EUR',
    performance_id: id,
    ticket_id: id,
    people: 3,
    punch: 'break_start',
    source: 'phone',
    period_id: id,
    request_id: id,
    from_day: '2026-10-01',
    to_day: '2026-10-31',
    without: [id, id],
  }
  const lane = { ledger_n: 7, ledger_hash: GENESIS_HASH, feed_pos: 0, feed_epoch: 1 }
  const { entries } = chainEntries(lane, [draft(id), all])
  const bodies = entries.map(({ text }) => JSON.parse(text) as Record<string, Json>)
  expect(entries.map(({ text }) => text)).toEqual(bodies.map(canonicalJson))
  expect(entries[1]?.hash).toBe(chainHash(sha256Hex, entries[0]?.hash ?? '', bodies[1] ?? {}))
  // Named one by one: none is forgotten.
  expect(Object.keys(bodies[1] ?? {})).toEqual([...Object.keys(all), 'n'].toSorted())
})

test.each(['operation', 'operation_conflict'])(
  'the database itself refuses to change what is in %s, its owner too',
  async (table) => {
    const tablet = await shop.tablet()
    const op = tablet.op('staff.sign_off')
    await tablet.push([op, { ...op, at: 'other' }])
    for (const deed of [
      `update ${table} set content_hash = content_hash`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      await expect(sql.raw(deed).execute(shop.server.superuser)).rejects.toThrow('stays as it is')
    }
  },
)

test('the database itself refuses to change the ledger, its owner too', async () => {
  const tablet = await shop.tablet()
  await tablet.push([tablet.op('staff.sign_off')])
  const before = await entries()
  const { superuser } = shop.server
  for (const attack of [
    sql`update ledger_entry set hash = '0'`,
    sql`delete from ledger_entry where n = 1`,
    sql`truncate ledger_entry`,
  ]) {
    await expect(attack.execute(superuser)).rejects.toThrow('append-only')
  }
  expect(await entries()).toEqual(before)
})
