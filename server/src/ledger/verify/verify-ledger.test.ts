import { chainHash, differenceText, GENESIS_HASH, type Json } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { sha256Hex } from '../../sync/ledger-chain'
import { IngestShop, PIN, WRONG_PIN } from '../../sync/testing'
import { verifyLedger } from './verify-ledger'

const KEPT = [
  'ledger_entry',
  'merchant_head',
  'card_stamp',
  'card_movement',
  'card',
  'operation',
  'review',
  'feed',
]

let shop: IngestShop
let card: { readonly id: string; readonly token: string }

/** Someone with every right in the database, triggers switched off. */
const tamper = async (...statements: readonly string[]) => {
  const all = ["set session_replication_role = 'replica'", ...statements]
  await shop.server.superuser.connection().execute(async (db) => {
    for (const statement of all) await sql.raw(statement).execute(db)
    await sql.raw('reset session_replication_role').execute(db)
  })
}

/** A merchant's ledger with everything in it that can be. */
async function history(): Promise<void> {
  const [tablet, twin] = [await shop.tablet(), await shop.tablet()]
  const person = await shop.person()
  const signOn = await tablet.signOn(person, PIN)
  card = await shop.freeCard()
  const strict = await shop.card(await shop.program({ cooldown_minutes: 15 }))
  const stamps = [1, 2, 3].map((count) => tablet.stamp(card.token, { count, sign_on: signOn.id }))
  const refused = [tablet.stamp(strict.token), tablet.stamp(strict.token)]
  await tablet.push([
    signOn,
    ...stamps,
    ...refused,
    await tablet.signOn(person, WRONG_PIN),
    tablet.op('op.void', { op_id: stamps[1]?.id, reason: 'slip' }, { sign_on: signOn.id }),
    tablet.op('coffee.brew'),
  ])
  await tablet.push([{ ...stamps[0], data: { card_token: card.token, count: 9 } }])
  await twin.push([twin.stamp(card.token, { at: shop.at(-60_000) })])
  const { items } = (await shop.shop.call(ENDPOINTS.listReviews, { query: { status: 'open' } }))
    .body
  const review = items.find(({ op_id }) => op_id === refused[1]?.id)
  const decision = { params: { id: review?.id ?? '' }, body: { action: 'accept', note: '' } }
  expect((await shop.shop.call(ENDPOINTS.resolveReview, decision)).status).toBe(200)
  await purchases()
}

/** Points earned, spent, undone, and earned by a review. */
async function purchases(): Promise<void> {
  const program_id = await shop.program({ kind: 'points' })
  const body = { program_id, name: 'Cake', cost: 10 }
  const { reward } = (await shop.shop.call(ENDPOINTS.createReward, { body })).body
  const tablet = await shop.tablet()
  const { id, token: card_token } = await shop.card(program_id)
  const earn = (amount_minor: number) =>
    tablet.op('loyalty.earn', { card_token, amount_minor, currency: 'EUR' })
  const redeem = () => tablet.op('loyalty.redeem', { card_token, reward_id: reward.id })
  const block = (status: 'active' | 'blocked') =>
    shop.shop.call(ENDPOINTS.updateCard, { params: { id }, body: { status } })
  const [first, none, taken] = [earn(2_500), earn(99), redeem()]
  await tablet.push([first, none, taken, redeem(), redeem()])
  await tablet.push([tablet.op('op.void', { op_id: taken.id, reason: '' })])
  await block('blocked')
  const late = earn(700)
  await tablet.push([late])
  await block('active')
  const { items } = (await shop.shop.call(ENDPOINTS.listReviews, {})).body
  const review = items.find(({ op_id }) => op_id === late.id)
  const decision = { params: { id: review?.id ?? '' }, body: { action: 'accept', note: '' } }
  expect((await shop.shop.call(ENDPOINTS.resolveReview, decision)).status).toBe(200)
  const { points } = (await shop.shop.call(ENDPOINTS.getCard, { params: { id } })).body.card
  expect(points).toBe(22)
}

beforeAll(async () => {
  shop = await IngestShop.open()
  await history()
  await tamper(...KEPT.map((table) => `create table kept_${table} as select * from ${table}`))
})
afterAll(() => shop.close())
afterEach(() =>
  tamper(
    ...KEPT.flatMap((table) => [
      `delete from ${table}`,
      `insert into ${table} select * from kept_${table}`,
    ]),
  ),
)

const verify = (anchors = [] as { n: number; hash: string }[]) =>
  verifyLedger(shop.server.deps.db, shop.merchant_id, anchors)

async function faultAfter(...statements: readonly string[]) {
  await tamper(...statements)
  const { difference } = await verify()
  if (difference === undefined) throw new Error('nothing was noticed')
  const { fault, table, n, field, expected, found } = difference
  return { fault, table, n, field, expected, found, text: differenceText(difference) }
}

/** Hashes the whole chain anew, so that it fits whatever is in it, up to the head. */
async function rehash(): Promise<void> {
  const { db } = shop.server.deps
  const { rows } = await sql<{ n: number; body: Record<string, Json> }>`
    select n, body from ledger_entry order by n`.execute(db)
  let hash = GENESIS_HASH
  for (const { n, body } of rows) {
    const previous = hash
    hash = chainHash(sha256Hex, previous, body)
    await tamper(
      `update ledger_entry set prev_hash = '${previous}', hash = '${hash}' where n = ${n}`,
    )
  }
  await tamper(`update merchant_head set ledger_hash = '${hash}'`)
}

test('R-061: what the server itself has written verifies, to the last entry', async () => {
  const { end, difference } = await verify()
  expect(difference).toBeUndefined()
  const { rows } = await sql<{ ledger_n: number; ledger_hash: string }>`
    select ledger_n, ledger_hash from merchant_head`.execute(shop.server.deps.db)
  expect(rows).toEqual([{ ledger_n: end.n, ledger_hash: end.hash }])
  expect(end.n).toBe(20)
})

test('R-061: another merchant with an empty ledger verifies as well', async () => {
  const other = await shop.server.shop('rival')
  const { end, difference } = await verifyLedger(shop.server.deps.db, other.merchant_id)
  expect({ end, difference }).toEqual({ end: { n: 0, hash: GENESIS_HASH }, difference: undefined })
})

describe('R-060: noticed in the chain', () => {
  test('an altered entry', async () => {
    const found = await faultAfter(
      `update ledger_entry set body = jsonb_set(body, '{stamps}', '5') where n = 3`,
    )
    expect(found).toMatchObject({ fault: 'entry_changed', n: 3, field: 'hash' })
    expect(found.text).toMatch(/^Entry 3 was changed: its content has the hash [0-9a-f]{64}, /)
  })

  test('a removed entry', async () => {
    const found = await faultAfter('delete from ledger_entry where n = 4')
    expect(found).toMatchObject({ fault: 'entry_missing', expected: '4', found: '5' })
  })

  test('two swapped entries', async () => {
    const found = await faultAfter(
      'update ledger_entry set n = -n where n in (2, 3)',
      'update ledger_entry set n = 5 + n where n < 0',
    )
    expect(found).toMatchObject({ fault: 'entry_missing', expected: '2', found: '3' })
  })

  test('an entry hashed anew by itself', async () => {
    const { rows } = await sql<{ body: Record<string, Json>; prev_hash: string }>`
      select body, prev_hash from ledger_entry where n = 2`.execute(shop.server.deps.db)
    const [entry] = rows
    const body = { ...entry?.body, stamps: 7 }
    const hash = chainHash(sha256Hex, entry?.prev_hash ?? '', body)
    const found = await faultAfter(
      `update ledger_entry set body = '${JSON.stringify(body)}', hash = '${hash}' where n = 2`,
    )
    expect(found).toMatchObject({ fault: 'link_broken', n: 3, expected: hash })
  })

  test('an end that was cut off', async () => {
    const found = await faultAfter(
      'delete from ledger_entry where n = (select max(n) from ledger_entry)',
    )
    expect(found).toMatchObject({ fault: 'end_missing', table: 'merchant_head' })
  })

  test('a column that says something else than the entry', async () => {
    const found = await faultAfter("update ledger_entry set status = 'rejected' where n = 2")
    expect(found).toMatchObject({ fault: 'value_differs', table: 'ledger_entry', n: 2 })
    expect(found).toMatchObject({ field: 'status', expected: 'accepted', found: 'rejected' })
  })
})

describe('R-061: noticed in what the ledger brought about', () => {
  test('a changed total', async () => {
    const found = await faultAfter(`update card set stamps = stamps + 1 where id = '${card.id}'`)
    expect(found).toMatchObject({ fault: 'value_differs', table: 'card', field: 'stamps' })
    expect(found.text).toBe(`In card ${card.id}, stamps should be 5, found 6.`)
  })

  test('a chain hashed anew to fit, with a total that it does not give', async () => {
    await tamper(`update ledger_entry set body = jsonb_set(body, '{stamps}', '4') where n = 4`)
    await rehash()
    const { difference } = await verify()
    expect(difference).toMatchObject({ table: 'card_stamp', field: 'count', n: 4 })
    expect(difference).toMatchObject({ expected: '4', found: '3' })
  })

  test('hashed anew with every figure made to fit: only by a point noted earlier', async () => {
    const { end } = await verify()
    await tamper(`update ledger_entry set body = jsonb_set(body, '{note}', '"no"') where n = 2`)
    await rehash()
    expect((await verify()).difference).toBeUndefined()
    expect((await verify([end])).difference).toMatchObject({ fault: 'end_missing' })
    const beyond = { ...end, n: end.n + 1 }
    expect((await verify([beyond])).difference).toMatchObject({ fault: 'end_missing' })
  })

  const SILENT = [
    ['a verdict', `update operation set status = 'accepted', code = null where code = 'PIN_WRONG'`],
    ['an operation that is gone', `delete from operation where kind = 'coffee.brew'`],
    ['a stamp that is gone', `delete from card_stamp where count = 3`],
    [
      'a stamp of another time',
      `update card_stamp set occurred_at = occurred_at + '1ms' where count = 3`,
    ],
    ['an undone stamp that counts', `update card_stamp set voided = false where voided`],
    ['the time of the latest stamp', `update card set last_stamp_at = null where stamps > 0`],
    [
      'what tablets are told',
      `update feed set data = jsonb_set(data, '{stamps}', '99') where entity = 'card'`,
    ],
    [
      'a review closed by nobody',
      `update review set status = 'resolved', action = 'dismiss' where status = 'open'`,
    ],
    ['a review open again', `update review set status = 'open', action = null`],
    ['a changed balance', `update card set points = points + 1 where points > 0`],
    ['a purchase of other points', `update card_movement set points = 24 where points = 25`],
    ['a purchase that is gone', `delete from card_movement where points = 0`],
    ['a redemption that counts again', `update card_movement set voided = false where voided`],
    [
      'what tablets are told of points',
      `update feed set data = jsonb_set(data, '{points}', '99') where data->'points' = '22'`,
    ],
    ['a card that is gone', `delete from card where stamps = 5`],
  ] as const
  test.each(SILENT)('%s', async (_, statement) => {
    const { text } = await faultAfter(statement)
    expect(text).toMatch(/^In (operation|card_stamp|card_movement|card|feed|review),? .+\.$/)
  })

  test('an operation without an entry', async () => {
    const found = await faultAfter(
      `insert into operation select (jsonb_populate_record(o, jsonb_build_object(
         'id', gen_random_uuid(), 'seq', 999))).* from operation o where kind = 'coffee.brew'`,
    )
    expect(found).toMatchObject({ fault: 'row_unfounded', table: 'operation' })
  })

  test('a stamp without an entry', async () => {
    const found = await faultAfter(
      'insert into card_stamp select merchant_id, card_id, gen_random_uuid(), occurred_at, 0, false from card_stamp limit 1',
    )
    expect(found).toMatchObject({ fault: 'row_unfounded', table: 'card_stamp' })
  })

  test('an operation with two entries', async () => {
    await tamper(
      `insert into ledger_entry select merchant_id, 21, id, body || '{"n": 21}', hash, 'x', op_id,
         review_id, kind, status, occurred_at, recorded_at, store_id, device_id, staff_id, card_id
         from ledger_entry where kind = 'coffee.brew'`,
      'update merchant_head set ledger_n = 21',
    )
    await rehash()
    const { difference } = await verify()
    expect(difference).toMatchObject({ field: 'number of entries', expected: '1', found: '2' })
  })
})

test('R-061: a kind that this version cannot rebuild is said, not passed over', async () => {
  await tamper(
    `update ledger_entry set kind = 'card.melt', body = jsonb_set(body, '{kind}', '"card.melt"') where n = 2`,
    `update operation set kind = 'card.melt' where id = (select op_id from ledger_entry where n = 2)`,
  )
  await rehash()
  expect((await verify()).difference).toMatchObject({ fault: 'kind_unknown', n: 2 })
})
