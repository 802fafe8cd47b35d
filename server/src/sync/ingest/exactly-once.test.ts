import { afterAll, beforeAll, expect, test } from 'vitest'
import { IngestShop } from '../testing'
import { Venue } from '../testing-door'
import { createIngest } from './ingest'

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

test('one stamp is answered, counted, and entered in the ledger', async () => {
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  const op = tablet.stamp(card.token)
  expect(await tablet.push([op])).toMatchObject({
    last_seq: 1,
    missing: [],
    verdicts: [{ id: op.id, seq: 1, status: 'accepted', code: null, flags: [] }],
  })
  expect(await shop.stampsOn(card.id)).toBe(1)
})

test('twenty concurrent repeats of one batch take effect once and get one answer', async () => {
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  const before = await shop.count('ledger_entry')
  const ops = Array.from({ length: 10 }, () => tablet.stamp(card.token))
  const answers = await Promise.all(Array.from({ length: 20 }, () => tablet.push(ops)))
  for (const answer of answers) expect(answer.verdicts).toEqual(answers[0]?.verdicts)
  expect(answers[0]?.verdicts.map(({ status }) => status)).toEqual(ops.map(() => 'accepted'))
  expect(await shop.stampsOn(card.id)).toBe(10)
  expect((await shop.count('ledger_entry')) - before).toBe(10)
})

test('the same batch to two nodes at once takes effect once', async () => {
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  const other = createIngest(shop.server.deps)
  const ops = Array.from({ length: 50 }, () => tablet.stamp(card.token))
  const sent = { sent_at: new Date(shop.now()).toISOString(), ops }
  const [one, two] = await Promise.all([
    shop.ingest(tablet.sender, sent, shop.now()),
    other(tablet.sender, sent, shop.now()),
  ])
  expect(one.verdicts).toEqual(two.verdicts)
  expect(await shop.stampsOn(card.id)).toBe(50)
})

test('an op in another batch, a month later, keeps its verdict and changes nothing', async () => {
  const tablet = await shop.tablet()
  const card = await shop.card(await shop.program())
  const [first, tooSoon] = [tablet.stamp(card.token), tablet.stamp(card.token)]
  const before = await tablet.push([first, tooSoon])
  expect(before.verdicts.map(({ code }) => code)).toEqual([null, 'STAMP_COOLDOWN'])
  const entries = await shop.count('ledger_entry')
  shop.server.pass(30 * 24 * 3_600_000)
  const again = await tablet.push([tooSoon, first, first, tablet.op('staff.sign_off')])
  expect(again.verdicts.slice(0, 3)).toEqual([
    before.verdicts[1],
    before.verdicts[0],
    before.verdicts[0],
  ])
  expect((await shop.count('ledger_entry')) - entries).toBe(1)
  expect(await shop.stampsOn(card.id)).toBe(1)
})

test('the same op again gets the same bytes, in its own batch and read from the database', async () => {
  const venue = await Venue.open(shop, { capacity: 3 })
  const [ticket, door] = [await venue.ticket(), await venue.door()]
  const card = await shop.card(await shop.program({ kind: 'points' }))
  const counter = await shop.tablet()
  const earn = counter.op('loyalty.earn', {
    card_token: card.token,
    amount_minor: 900,
    currency: 'EUR',
  })
  const admitted = venue.admit(door, ticket)
  for (const [tablet, ops] of [
    [counter, [earn, earn]],
    [door, [admitted, venue.admit(door, ticket), venue.walkIn(door, 4)]],
  ] as const) {
    const first = (await tablet.push(ops)).verdicts.map((verdict) => JSON.stringify(verdict))
    const again = (await tablet.push(ops)).verdicts.map((verdict) => JSON.stringify(verdict))
    expect(again).toEqual(first)
    expect(first.join()).toMatch(/"detail":\{"(balance|admitted)":/)
  }
})

test('key order is no content; anything else under a known id is OP_ID_REUSED, for ever', async () => {
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  const op = tablet.stamp(card.token)
  const first = await tablet.push([op])
  const reordered = Object.fromEntries(Object.entries(op).toReversed())
  expect((await tablet.push([reordered])).verdicts).toEqual(first.verdicts)
  const forged = { ...op, data: { ...op.data, count: 5 } }
  const [reviews, entries] = [await shop.count('review'), await shop.count('ledger_entry')]
  const reused = await tablet.push([forged])
  expect(reused.verdicts[0]).toMatchObject({ id: op.id, seq: op.seq, code: 'OP_ID_REUSED' })
  shop.server.pass(60_000)
  expect((await tablet.push([forged, op])).verdicts).toEqual([
    reused.verdicts[0],
    first.verdicts[0],
  ])
  expect((await shop.count('review')) - reviews).toBe(1)
  expect((await shop.count('ledger_entry')) - entries).toBe(1)
  expect(await shop.stampsOn(card.id)).toBe(1)
})

test('two contents under one id in one batch: the first stands', async () => {
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  const op = tablet.stamp(card.token)
  const twin = { ...op, data: { ...op.data, count: 2 } }
  expect(await tablet.outcomes([op, twin, op, twin])).toEqual([
    'accepted',
    'OP_ID_REUSED',
    'accepted',
    'OP_ID_REUSED',
  ])
  expect(await shop.stampsOn(card.id)).toBe(1)
})

test('another op under a used number is SEQ_REUSED, kept, and goes to review', async () => {
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  const op = tablet.stamp(card.token)
  await tablet.push([op])
  const twin = tablet.stamp(card.token, { seq: op.seq ?? 0 })
  const reviews = await shop.count('review')
  const [verdict] = (await tablet.push([twin])).verdicts
  expect(verdict).toMatchObject({ id: twin.id, code: 'SEQ_REUSED' })
  expect((await tablet.push([twin])).verdicts[0]).toEqual(verdict)
  expect((await shop.count('review')) - reviews).toBe(1)
  expect(await shop.stampsOn(card.id)).toBe(1)
})

test('a user stamps without number and PIN, once however often it is sent', async () => {
  const { merchant_id } = shop
  const card = await shop.card(await shop.program({ pin_required: true, cooldown_minutes: 0 }))
  const tablet = await shop.tablet()
  const { seq: _, ...op } = tablet.stamp(card.token)
  const account_id = shop.server.deps.newId()
  const sender = { type: 'user', merchant_id, account_id, store: tablet.sender.store } as const
  const sent = { sent_at: op.at, ops: [op, { ...op, id: shop.server.deps.newId(), seq: 4 }] }
  const answer = await shop.ingest(sender, sent, shop.now())
  expect(answer).toMatchObject({ last_seq: 0, missing: [] })
  expect(answer.verdicts.map(({ code }) => code)).toEqual([null, 'OP_MALFORMED'])
  expect((await shop.ingest(sender, sent, shop.now())).verdicts).toEqual(answer.verdicts)
  expect(await shop.stampsOn(card.id)).toBe(1)
})
