import { HOUR, MINUTE } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IngestShop, type WireOp } from '../testing'

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

test('an empty batch is a heartbeat: noted, answered, nothing stored', async () => {
  const tablet = await shop.tablet()
  const answer = await tablet.push([], {
    queue: { pending: 2 ** 40, oldest_at: '0000-01-01T00:00:00Z' },
    health: {
      app_version: '1.0\u0000.0',
      storage_persisted: true,
      storage_used_bytes: 2 ** 52,
      storage_quota_bytes: null,
      parked: 3,
    },
  })
  expect(answer).toMatchObject({ last_seq: 0, missing: [], verdicts: [] })
  const device = await shop.server.deps.db
    .selectFrom('device')
    .select(['last_seen_at', 'queue_pending', 'queue_parked', 'app_version', 'drained_at'])
    .where('merchant_id', '=', shop.merchant_id)
    .where('id', '=', tablet.sender.device_id)
    .executeTakeFirstOrThrow()
  expect(device).toEqual({
    last_seen_at: shop.now(),
    queue_pending: 2 ** 31 - 1,
    queue_parked: 3,
    app_version: '1.0.0',
    drained_at: null,
  })
  await tablet.push([tablet.op('staff.sign_off')], { queue: { pending: 1, oldest_at: null } })
  const drained = await shop.server.deps.db
    .selectFrom('device')
    .select('drained_at')
    .where('merchant_id', '=', shop.merchant_id)
    .where('id', '=', tablet.sender.device_id)
    .executeTakeFirstOrThrow()
  expect(drained.drained_at).toBe(shop.now())
})

test('holes are named until they are filled, or told to be lost', async () => {
  const tablet = await shop.tablet()
  const ops = Array.from({ length: 9 }, () => tablet.op('staff.sign_off'))
  const pick = (...seqs: number[]): WireOp[] => ops.filter(({ seq = 0 }) => seqs.includes(seq))
  expect(await tablet.push(pick(7, 2, 3))).toMatchObject({
    last_seq: 0,
    missing: [
      [1, 1],
      [4, 6],
    ],
  })
  expect(await tablet.push(pick(1, 5))).toMatchObject({
    last_seq: 3,
    missing: [
      [4, 4],
      [6, 6],
    ],
  })
  const lost = tablet.op('device.lost', { from_seq: 4, to_seq: 2 ** 40 })
  expect(await tablet.push([lost])).toMatchObject({ last_seq: 10, missing: [] })
  expect(await tablet.push([])).toMatchObject({ last_seq: 10, missing: [] })
  const next = tablet.op('staff.sign_off')
  expect(await tablet.push([next])).toMatchObject({ last_seq: 11 })
})

test('ops are judged in order of seq and answered as they were sent', async () => {
  const tablet = await shop.tablet()
  const card = await shop.card(await shop.program())
  const [first, second] = [tablet.stamp(card.token), tablet.stamp(card.token)]
  expect(await tablet.outcomes([second, first])).toEqual(['STAMP_COOLDOWN', 'accepted'])
})

test('a time is reckoned from the clocks and the op before, wherever that one is', async () => {
  const tablet = await shop.tablet()
  const at = (ms: number) => shop.at(ms)
  const ops = [
    tablet.op('staff.sign_off', {}, { at: at(-3 * HOUR), offset_ms: HOUR }),
    tablet.op('staff.sign_off', {}, { at: at(-4 * HOUR) }),
    tablet.op('staff.sign_off', {}, { at: at(25 * HOUR), offset_ms: null }),
    tablet.op('staff.sign_off', {}, { at: at(HOUR) }),
    tablet.op('staff.sign_off', {}, { at: at(-5 * HOUR) }),
  ]
  const sent_at = new Date(at(26 * HOUR)).toISOString()
  const [third, ...rest] = [ops[2], ops[0], ops[1], ops[3]]
  const [alone] = (await tablet.push([third], { sent_at })).verdicts
  expect(alone).toMatchObject({
    occurred_at: new Date(at(-1 * HOUR)).toISOString(),
    flags: ['CLOCK_UNCERTAIN', 'LATE'],
  })
  const others = (await tablet.push(rest, { sent_at })).verdicts
  expect(others.map(({ occurred_at }) => Date.parse(occurred_at) - shop.now())).toEqual([
    -2 * HOUR,
    -2 * HOUR,
    0,
  ])
  expect(others.map(({ flags }) => flags)).toEqual([
    ['LATE'],
    ['CLOCK_BEHIND', 'LATE'],
    ['CLOCK_AHEAD'],
  ])
  const [behind] = (await tablet.push([ops[4]], { sent_at })).verdicts
  expect(behind).toMatchObject({ occurred_at: new Date(at(0)).toISOString() })
  expect(behind?.flags).toEqual(['CLOCK_BEHIND'])
})

test('clocks of other centuries are taken as they come', async () => {
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  const times = ['0000-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2099-12-31T23:59:59.999Z']
  const ops = times.map((at) => Object.assign(tablet.stamp(card.token), { at }))
  const far = { ...tablet.stamp(card.token), offset_ms: -Number.MAX_SAFE_INTEGER }
  const near = { ...tablet.stamp(card.token), offset_ms: Number.MAX_SAFE_INTEGER }
  const { verdicts } = await tablet.push([...ops, far, near])
  expect(verdicts.map(({ status }) => status)).toEqual(verdicts.map(() => 'accepted'))
  expect(verdicts.map(({ occurred_at }) => occurred_at.slice(0, 4))).toEqual([
    '1900',
    '1970',
    '2026',
    '2026',
    '2026',
  ])
})

test('recovered ops keep their numbers and verdicts and always stand in review', async () => {
  const [old, fresh] = [await shop.tablet(), await shop.tablet()]
  const card = await shop.card(await shop.program())
  const sent = old.stamp(card.token)
  await old.push([sent])
  const unsent = old.op('staff.sign_off')
  const recovered_from = { device_id: old.sender.device_id, incarnation: 1 }
  const reviews = await shop.count('review')
  const answer = await fresh.push([sent, unsent], { recovered_from })
  expect(answer).toMatchObject({ last_seq: 2, missing: [] })
  expect(answer.verdicts[0]?.flags).toEqual([])
  expect(answer.verdicts[1]).toMatchObject({ seq: 2, flags: ['RECOVERED'] })
  expect((await shop.count('review')) - reviews).toBe(1)
  expect(await fresh.push([])).toMatchObject({ last_seq: 0 })
  expect(await old.push([unsent])).toMatchObject({ verdicts: [answer.verdicts[1]] })
})

describe('recovered for a pairing that lives', () => {
  /** A tablet with one op of its own, and another that speaks in its name. */
  async function pair() {
    const [owner, other] = [await shop.tablet(), await shop.tablet()]
    await owner.push([owner.op('staff.sign_off', {}, { at: shop.at(-2 * HOUR) })])
    const recovered_from = { device_id: owner.sender.device_id, incarnation: 1 }
    return { owner, other, recovered_from }
  }

  test('they are taken and answered for, by whoever was paired anew meanwhile', async () => {
    const { owner, other, recovered_from } = await pair()
    const unsent = [owner.op('staff.sign_off'), owner.op('staff.sign_off')]
    const answer = await other.push(unsent, { recovered_from })
    expect(answer).toMatchObject({ last_seq: 3, missing: [] })
    expect(answer.verdicts.map(({ flags }) => flags)).toEqual([['RECOVERED'], ['RECOVERED']])
    expect(await other.push([], { recovered_from })).toMatchObject({ last_seq: 3, missing: [] })
    const again = await other.push(unsent, { recovered_from })
    expect(again.verdicts).toEqual(answer.verdicts)
  })

  test('they take no number from the tablet whose they are', async () => {
    const { owner, other, recovered_from } = await pair()
    const forged = [2, 3].map((seq) => other.op('staff.sign_off', {}, { seq }))
    await other.push(forged, { recovered_from })
    expect(await owner.push([])).toMatchObject({ last_seq: 1, missing: [] })
    const own = [owner.op('staff.sign_off'), owner.op('staff.sign_off')]
    const { last_seq, verdicts } = await owner.push(own)
    expect([last_seq, ...verdicts.map(({ seq }) => seq)]).toEqual([3, 2, 3])
    expect(verdicts.map(({ code }) => code)).not.toContain('SEQ_REUSED')
    const late = other.op('staff.sign_off', {}, { seq: 3 })
    expect(await other.outcomes([late], { recovered_from })).toEqual(['SEQ_REUSED'])
  })

  test('they neither drive its numbers up nor put its times right', async () => {
    const { owner, other, recovered_from } = await pair()
    const far = other.op('staff.sign_off', {}, { seq: 2 ** 48, at: shop.at(0) })
    const near = other.op('staff.sign_off', {}, { seq: 2, at: shop.at(0) })
    await other.push([near, far], { recovered_from })
    const lost = { from_seq: 2, to_seq: 5000 }
    await other.push([other.op('device.lost', lost, { seq: 4 })], { recovered_from })
    expect(await owner.push([])).toMatchObject({ last_seq: 1, missing: [] })
    owner.nextSeq = 3
    const early = owner.op('staff.sign_off', {}, { at: shop.at(-1 * HOUR) })
    const { verdicts, missing } = await owner.push([early])
    expect(missing).toEqual([[2, 2]])
    expect(verdicts[0]?.flags).not.toContain('CLOCK_BEHIND')
  })

  test('once it is revoked, what was recovered counts as the stream’s own', async () => {
    const { owner, other, recovered_from } = await pair()
    const unsent = owner.op('staff.sign_off')
    await other.push([unsent], { recovered_from })
    const params = { id: owner.sender.device_id }
    await shop.shop.call(ENDPOINTS.revokeDevice, { params, body: { reason: 'lost' } })
    const next = owner.op('staff.sign_off')
    expect(await other.push([next], { recovered_from })).toMatchObject({ last_seq: 3, missing: [] })
    const stolen = other.op('staff.sign_off', {}, { seq: 2 })
    expect(await other.outcomes([stolen], { recovered_from })).toEqual(['SEQ_REUSED'])
  })
})

test('ops of a tablet that never was, or was not paired so often, are not taken', async () => {
  const tablet = await shop.tablet()
  const stranger = { device_id: shop.server.deps.newId(), incarnation: 1 }
  for (const ops of [[], [tablet.op('staff.sign_off')]]) {
    const unknown = tablet.push(ops, { recovered_from: stranger })
    await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const own = { device_id: tablet.sender.device_id, incarnation: 2 }
    const future = tablet.push(ops, { recovered_from: own })
    await expect(future).rejects.toMatchObject({ code: 'BATCH_MALFORMED' })
  }
})

test('who was revoked before the lane gets nothing in', async () => {
  const tablet = await shop.tablet()
  const { db } = shop.server.deps
  await db
    .updateTable('device')
    .set({ revoked_at: new Date(shop.now()).toISOString() })
    .where('merchant_id', '=', shop.merchant_id)
    .where('id', '=', tablet.sender.device_id)
    .execute()
  const operations = await shop.count('operation')
  for (const ops of [[], [tablet.op('staff.sign_off')]]) {
    await expect(tablet.push(ops)).rejects.toMatchObject({ code: 'TERMINAL_DEVICE_REVOKED' })
  }
  expect(await shop.count('operation')).toBe(operations)
})

test('an undone stamp counts no more, and the card knows its latest', async () => {
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  const early = tablet.stamp(card.token, { at: shop.at(-70 * MINUTE) })
  const late = tablet.stamp(card.token, { at: shop.at(-5 * MINUTE), count: 3 })
  await tablet.push([early, late])
  const undo = tablet.op('op.void', { op_id: late.id, reason: 'wrong card' })
  const again = tablet.op('op.void', { op_id: late.id, reason: '' })
  expect(await tablet.outcomes([undo, again])).toEqual(['accepted', 'VOID_ALREADY'])
  const row = await shop.server.deps.db
    .selectFrom('card')
    .select(['stamps', 'last_stamp_at'])
    .where('merchant_id', '=', shop.merchant_id)
    .where('id', '=', card.id)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ stamps: 1, last_stamp_at: shop.at(-70 * MINUTE) })
})
