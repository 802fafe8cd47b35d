import { canonicalJson, GENESIS_HASH, MINUTE } from '@counterfoil/domain'
import { ENDPOINTS, type LedgerEntry } from '@counterfoil/protocol'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IngestShop, type IngestTablet } from '../sync/testing'
import { Venue } from '../sync/testing-door'
import { up as mendVoidedPurchases } from '../db/migrations/0041-voided-purchases'
import { verifyLedger } from './verify/verify-ledger'

let shop: IngestShop
let tablet: IngestTablet
let programId: string
beforeAll(async () => {
  shop = await IngestShop.open()
  tablet = await shop.tablet()
  programId = await shop.program()
})
afterAll(() => shop.close())

const ledger = async (query: Record<string, string> = {}) =>
  (await shop.shop.call(ENDPOINTS.listLedger, { query })).body

/** A review of a stamp that the tablet promised and the server refused. */
async function refusedStamp() {
  const card = await shop.card(programId)
  const ops = [tablet.stamp(card.token), tablet.stamp(card.token)]
  expect(await tablet.outcomes(ops)).toEqual(['accepted', 'STAMP_COOLDOWN'])
  const { items } = (await shop.shop.call(ENDPOINTS.listReviews, { query: { status: 'open' } }))
    .body
  const review = items.find(({ op_id }) => op_id === ops[1]?.id)
  if (review === undefined) throw new Error('no review was opened')
  return { card, review, first: ops[0], refused: ops[1] }
}

const resolve = (id: string, action: string, note = '') =>
  shop.shop.call(ENDPOINTS.resolveReview, { params: { id }, body: { action, note } })

describe('ledger', () => {
  test('reads as sentences: names beside ids, newest first', async () => {
    const person = await shop.person()
    const signOn = await tablet.signOn(person, '730528')
    const card = await shop.card(await shop.program({ name: 'Tea', pin_required: true }))
    await tablet.push([signOn, tablet.stamp(card.token, { sign_on: signOn.id })])
    const { items } = await ledger({ limit: '2' })
    expect(items.map(({ kind }) => kind)).toEqual(['loyalty.stamp', 'staff.sign_on'])
    expect(items[0]).toMatchObject({
      staff_id: person,
      card_id: card.id,
      stamps: 1,
      names: { staff_name: 'Ada', device_label: 'Counter', program_name: 'Tea', user_name: null },
    })
  })

  test('is asked for one ticket: going in, coming out, undone, and nothing of its neighbour', async () => {
    const venue = await Venue.open(shop)
    const [mine, other] = [await venue.ticket({ party_size: 2 }), await venue.ticket()]
    const door = await venue.door()
    const [goesIn, others] = [venue.admit(door, mine, { count: 2 }), venue.admit(door, other)]
    const comesOut = venue.exit(door, mine)
    const undo = door.op('op.void', { op_id: others.id, reason: 'wrong one' })
    await door.push([goesIn, others, comesOut, undo])
    const { performance_id } = venue
    const of = async (query: Record<string, string>) =>
      (await ledger(query)).items.map(({ op_id }) => op_id)
    expect(await of({ ticket_id: mine.id, performance_id })).toEqual([comesOut.id, goesIn.id])
    expect(await of({ ticket_id: other.id })).toEqual([undo.id, others.id])
    expect(await of({ ticket_id: mine.id, kind: 'ticket.exit' })).toEqual([comesOut.id])
    expect(await of({ ticket_id: shop.server.deps.newId() })).toEqual([])
  })

  test('pages join without a gap or a repeat while entries arrive', async () => {
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const page: { items: LedgerEntry[]; next: string | null } = await ledger(
        cursor === null ? { limit: '2' } : { limit: '2', cursor },
      )
      seen.push(...page.items.map(({ n }) => n))
      cursor = page.next
      const card = await shop.freeCard()
      if (seen.length < 6) await tablet.push([tablet.stamp(card.token)])
    } while (cursor !== null)
    expect(seen).toEqual(Array.from({ length: seen[0] ?? 0 }, (_, i) => (seen[0] ?? 0) - i))
  })

  test('filters by what it names', async () => {
    const { card } = await refusedStamp()
    const refused = await ledger({ card_id: card.id, status: 'rejected' })
    expect(refused.items.map(({ code }) => code)).toEqual(['STAMP_COOLDOWN'])
    const device_id = tablet.sender.device_id
    expect((await ledger({ card_id: card.id, device_id })).items).toHaveLength(2)
    expect((await ledger({ kind: 'clock.in' })).items).toHaveLength(0)
    const from = new Date(shop.at(MINUTE)).toISOString()
    expect((await ledger({ from })).items).toHaveLength(0)
  })

  test('refuses a cursor that was made for another list, or by someone else', async () => {
    const { next } = await ledger({ limit: '1' })
    for (const cursor of [`${next}x`, 'e30', next?.slice(1) ?? '']) {
      const answer = await shop.shop.call(ENDPOINTS.listLedger, { query: { cursor } })
      expect(answer.problem?.code).toBe('CURSOR_INVALID')
    }
    const other = await shop.shop.call(ENDPOINTS.listReviews, { query: { cursor: next ?? '' } })
    expect(other.problem?.code).toBe('CURSOR_INVALID')
  })

  test('can be verified from what the console is given, and only in its own order', async () => {
    const items: LedgerEntry[] = []
    let cursor: string | undefined
    do {
      const page = await ledger(cursor === undefined ? {} : { cursor })
      items.push(...page.items)
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    let previous = GENESIS_HASH
    for (const { prev_hash, hash, names: _, ...body } of items.toReversed()) {
      expect(prev_hash).toBe(previous)
      const text = previous + canonicalJson(JSON.parse(JSON.stringify(body)))
      expect(hash).toBe(createHash('sha256').update(text).digest('hex'))
      previous = hash
    }
    expect(items.at(-1)?.n).toBe(1)
  })

  test('the database itself refuses to change or forget an entry', async () => {
    const { db } = shop.server.deps
    for (const deed of [
      'update ledger_entry set n = n + 1',
      'delete from ledger_entry',
      'truncate ledger_entry',
    ]) {
      await expect(sql.raw(deed).execute(db)).rejects.toThrow(/append-only|permission denied/)
    }
  })
})

describe('reviews', () => {
  test('show both sides: what the tablet told, what the server decided', async () => {
    const { review } = await refusedStamp()
    expect(review).toMatchObject({
      reason: 'REFUSED_AFTER_SHOWN_ACCEPTED',
      actions: ['accept', 'dismiss'],
      operation: {
        shown: { status: 'accepted' },
        verdict: { status: 'rejected', code: 'STAMP_COOLDOWN' },
        names: { device_label: 'Counter' },
      },
    })
  })

  test('accepting brings the stamp about by an entry that names the review; the verdict stays', async () => {
    const { review, card, refused } = await refusedStamp()
    const answer = await resolve(review.id, 'accept', 'Bought two')
    expect(answer.body.review).toMatchObject({ status: 'resolved', action: 'accept', actions: [] })
    expect(await shop.stampsOn(card.id)).toBe(2)
    const [entry] = (await ledger({ card_id: card.id })).items
    expect(entry).toMatchObject({
      kind: 'review.accept',
      stamps: 1,
      op_id: null,
      review_id: review.id,
      target_op_id: refused?.id,
      note: 'Bought two',
    })
    expect(await tablet.outcomes([refused])).toEqual(['STAMP_COOLDOWN'])
  })

  test('an accepted stamp counts like any other: cooldown on both sides', async () => {
    const { review, card } = await refusedStamp()
    await resolve(review.id, 'accept')
    const late = tablet.stamp(card.token, { at: shop.at(-60_000) })
    expect(await tablet.outcomes([late])).toEqual(['STAMP_COOLDOWN'])
  })

  test('voiding takes back what counts', async () => {
    const card = await shop.card(programId)
    const op = tablet.stamp(card.token, { shown: { status: 'rejected', code: 'CARD_BLOCKED' } })
    await tablet.push([op])
    const { items } = (await shop.shop.call(ENDPOINTS.listReviews, {})).body
    const review = items.find(({ op_id }) => op_id === op.id)
    expect(review).toMatchObject({
      reason: 'ACCEPTED_AFTER_SHOWN_REJECTED',
      actions: ['void', 'dismiss'],
    })
    await resolve(review?.id ?? '', 'void')
    expect(await shop.stampsOn(card.id)).toBe(0)
    expect((await ledger({ card_id: card.id })).items[0]?.stamps).toBe(-1)
  })

  test('voiding a purchase that earned nothing leaves the ledger whole', async () => {
    const card = await shop.card(await shop.program({ kind: 'points' }))
    const data = { card_token: card.token, amount_minor: 1, currency: 'EUR' }
    const shown = { status: 'rejected', code: 'CARD_BLOCKED' } as const
    const op = tablet.op('loyalty.earn', data, { shown })
    expect(await tablet.outcomes([op])).toEqual(['accepted'])
    const { items } = (await shop.shop.call(ENDPOINTS.listReviews, {})).body
    const review = items.find(({ op_id }) => op_id === op.id)
    expect((await resolve(review?.id ?? '', 'void')).body.review.action).toBe('void')
    const verify = async () => verifyLedger(shop.server.deps.db, shop.merchant_id)
    expect((await verify()).difference).toBeUndefined()
    // As it was once left, and is mended when such a database is migrated.
    const { superuser } = shop.server
    await sql`update card_movement set voided = false where op_id = ${op.id}`.execute(superuser)
    expect((await verify()).difference).toMatchObject({ table: 'card_movement', row: op.id })
    await mendVoidedPurchases(superuser.withTables<never>())
    expect((await verify()).difference).toBeUndefined()
  })

  test('is decided once, by whom may; twenty at once make one entry', async () => {
    const { review, card } = await refusedStamp()
    const viewer = await shop.shop.as('viewer', ENDPOINTS.resolveReview, {
      params: { id: review.id },
      body: { action: 'dismiss', note: '' },
    })
    expect(viewer.problem?.code).toBe('FORBIDDEN')
    const before = await shop.count('ledger_entry')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => resolve(review.id, 'accept')),
    )
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
    expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 409)])
    expect((await shop.count('ledger_entry')) - before).toBe(1)
    expect(await shop.stampsOn(card.id)).toBe(2)
  })

  test('nothing is decided that does not fit', async () => {
    const { review } = await refusedStamp()
    expect((await resolve(review.id, 'void')).problem?.code).toBe('CONFLICT')
    expect((await resolve('01930000-0000-7000-8000-000000000001', 'dismiss')).status).toBe(404)
    const rival = await shop.server.shop('rival')
    const foreign = await rival.call(ENDPOINTS.getReview, { params: { id: review.id } })
    expect(foreign.status).toBe(404)
  })

  test('its tablet hears of it, and no other', async () => {
    const { review, refused } = await refusedStamp()
    await resolve(review.id, 'dismiss')
    const rows = await shop.server.deps.db
      .selectFrom('feed')
      .select(['device_id', 'data'])
      .where('merchant_id', '=', shop.merchant_id)
      .where('entity', '=', 'verdict')
      .where('id', '=', refused?.id ?? '')
      .execute()
    expect(rows).toMatchObject([
      { device_id: tablet.sender.device_id, data: { action: 'dismiss', op_id: refused?.id } },
    ])
  })
})

test('today counts what counts, in the zone of the store', async () => {
  const quiet = await shop.tablet()
  await shop.server.deps.db
    .updateTable('device')
    .set({ claimed_at: new Date(shop.now()).toISOString() })
    .where('merchant_id', '=', shop.merchant_id)
    .where('id', '=', quiet.sender.device_id)
    .execute()
  const { body } = await shop.shop.call(ENDPOINTS.today)
  const { total } = await shop.server.deps.db
    .selectFrom('card')
    .select(({ fn }) => fn.sum<string>('stamps').as('total'))
    .where('merchant_id', '=', shop.merchant_id)
    .executeTakeFirstOrThrow()
  expect(body.stamps_today).toBe(Number(total))
  expect(body.stamps_by_hour.reduce((sum, count) => sum + count, 0)).toBe(body.stamps_today)
  expect(body.stamps_by_day).toHaveLength(14)
  expect(body.stamps_by_day.at(-1)).toEqual({ day: '2026-11-20', stamps: body.stamps_today })
  expect(body.stamps_by_staff).toMatchObject([{ name: 'Ada', stamps: 1 }])
  expect(body.quiet_devices.map(({ id }) => id)).toContain(quiet.sender.device_id)
})

test('the audit tells who decided what, newest first', async () => {
  const { items } = (await shop.shop.call(ENDPOINTS.listAudit, {})).body
  const decided = items.filter(({ action }) => action === 'review.resolve')
  expect(decided.map(({ detail }) => detail['decided'])).toContain('void')
  expect(new Set(decided.map(({ user_name }) => user_name))).toEqual(new Set(['Someone']))
  const moments = items.map(({ at }) => at)
  expect(moments).toEqual(moments.toSorted().toReversed())
})
