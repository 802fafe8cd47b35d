import { type EpochMs, formatInstant, HOUR, MINUTE, plus, SECOND } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '../../../../ledger/verify/verify-ledger'
import {
  IngestShop,
  type IngestTablet,
  type OpExtras,
  PIN,
  type WireOp,
  WRONG_PIN,
} from '../../../testing'

const DAY = 24 * HOUR

let shop: IngestShop
beforeAll(async () => {
  shop = await IngestShop.open()
})
afterAll(() => shop.close())

const clockTablet = () => shop.tablet(['clock'])

/** A person at the entrance: signs on, and ten seconds later tells the clock. */
async function tap(
  tablet: IngestTablet,
  staff: string,
  action: string,
  at: EpochMs,
  { pin = PIN, shown }: { pin?: string } & Pick<OpExtras, 'shown'> = {},
): Promise<[WireOp, WireOp]> {
  const signOn = await tablet.signOn(staff, pin, { at: plus(at, -10 * SECOND) })
  const extras = shown === undefined ? {} : { shown }
  return [signOn, tablet.op(`clock.${action}`, {}, { at, sign_on: signOn.id, ...extras })]
}

async function punches(staff: string) {
  const rows = await shop.server.deps.db
    .selectFrom('punch')
    .select(['action', 'occurred_at', 'voided', 'unverified'])
    .where('merchant_id', '=', shop.merchant_id)
    .where('staff_id', '=', staff)
    .orderBy('occurred_at')
    .execute()
  return rows.map(({ action, occurred_at, voided, unverified }) => {
    return { action, at: occurred_at - shop.now(), voided, unverified }
  })
}

/** Code or flags of what follows each sign-on, without those of the clocks. */
async function told(tablet: IngestTablet, ops: readonly WireOp[]): Promise<string[]> {
  const { verdicts } = await tablet.push(ops)
  return verdicts.flatMap(({ id, code, flags }) => {
    const kind = ops.find((op) => op.id === id)?.kind
    const odd = flags.filter((flag) => flag !== 'LATE')
    return kind === 'staff.sign_on' ? [] : [code ?? (odd.join(' ') || 'accepted')]
  })
}

async function review(opId: string) {
  const { items } = (await shop.shop.call(ENDPOINTS.listReviews, { query: { limit: '500' } })).body
  return items.find(({ op_id }) => op_id === opId)
}

async function resolve(opId: string, action: 'accept' | 'void' | 'dismiss') {
  const id = (await review(opId))?.id ?? ''
  const decision = { params: { id }, body: { action, note: '' } }
  const answer = await shop.shop.call(ENDPOINTS.resolveReview, decision)
  expect(answer.status).toBe(200)
}

async function entriesOf(staff: string) {
  const query = { staff_id: staff, limit: '500' }
  return (await shop.shop.call(ENDPOINTS.listLedger, { query })).body.items
}

test('R-080: a day of one person, each with an entry in the ledger', async () => {
  const [tablet, staff] = [await clockTablet(), await shop.person()]
  const day = [
    ...(await tap(tablet, staff, 'in', shop.at(-9 * HOUR))),
    ...(await tap(tablet, staff, 'break_start', shop.at(-5 * HOUR))),
    ...(await tap(tablet, staff, 'break_end', shop.at(-4 * HOUR))),
    ...(await tap(tablet, staff, 'out', shop.at(-1 * HOUR))),
  ]
  expect(await told(tablet, day)).toEqual(Array.from({ length: 4 }, () => 'accepted'))
  expect((await punches(staff)).map(({ action }) => action)).toEqual([
    'in',
    'break_start',
    'break_end',
    'out',
  ])
  const entries = (await entriesOf(staff)).filter(({ kind }) => kind.startsWith('clock.'))
  expect(entries.map(({ kind }) => kind).toReversed()).toEqual([
    'clock.in',
    'clock.break_start',
    'clock.break_end',
    'clock.out',
  ])
  expect(entries[0]).toMatchObject({ staff_id: staff, stamps: 0, names: { staff_name: 'Ada' } })
})

describe('R-081 double taps over two tablets', () => {
  test('whichever arrives second is refused, and names the one that counts', async () => {
    const [left, right, staff] = [await clockTablet(), await clockTablet(), await shop.person()]
    const first = await tap(right, staff, 'in', shop.at(-2 * HOUR + 40 * SECOND))
    const second = await tap(left, staff, 'in', shop.at(-2 * HOUR))
    expect(await told(right, first)).toEqual(['accepted'])
    const { verdicts } = await left.push(second)
    expect(verdicts[1]).toMatchObject({
      code: 'CLOCK_DOUBLE_TAP',
      detail: { first_at: first[1].at },
    })
    expect(await punches(staff)).toHaveLength(1)
    expect(await review(second[1].id)).toMatchObject({ reason: 'REFUSED_AFTER_SHOWN_ACCEPTED' })
  })

  test('at the same moment on both, one counts', async () => {
    const [left, right, staff] = [await clockTablet(), await clockTablet(), await shop.person()]
    const [one, two] = [
      await tap(left, staff, 'in', shop.now()),
      await tap(right, staff, 'in', shop.now()),
    ]
    const codes = await Promise.all([told(left, one), told(right, two)])
    expect(codes.flat().toSorted()).toEqual(['CLOCK_DOUBLE_TAP', 'accepted'])
  })
})

describe('R-083, R-084 odd, but never refused', () => {
  test('fourteen hours are flagged and put before a person', async () => {
    const [tablet, staff] = [await clockTablet(), await shop.person()]
    await tablet.push(await tap(tablet, staff, 'in', shop.at(-20 * HOUR)))
    const out = await tap(tablet, staff, 'out', shop.at(-6 * HOUR))
    expect(await told(tablet, out)).toEqual(['LONG_SHIFT'])
    expect(await review(out[1].id)).toMatchObject({
      reason: 'ODD_PUNCH',
      actions: ['void', 'dismiss'],
    })
  })

  test('a clock-out forgotten last week is remembered today', async () => {
    const [tablet, other, staff] = [await clockTablet(), await clockTablet(), await shop.person()]
    await tablet.push(await tap(tablet, staff, 'in', shop.at(-7 * DAY)))
    expect(await told(tablet, await tap(tablet, staff, 'in', shop.now()))).toEqual([
      'ALREADY_CLOCKED_IN',
    ])
    // A late one lies between both.
    const late = await tap(other, staff, 'out', shop.at(-7 * DAY + 8 * HOUR))
    expect(await told(other, late)).toEqual(['accepted'])
  })

  test('what is undone in the same batch is no neighbour, the one before it is', async () => {
    const [tablet, staff] = [await clockTablet(), await shop.person()]
    await tablet.push(await tap(tablet, staff, 'in', shop.at(-3 * HOUR)))
    const slip = await tap(tablet, staff, 'out', shop.at(-10 * MINUTE))
    await tablet.push(slip)
    const again = await tablet.signOn(staff, PIN, { at: shop.at(-9 * MINUTE) })
    const undo = tablet.op(
      'op.void',
      { op_id: slip[1].id, reason: 'slip' },
      { at: shop.at(-9 * MINUTE), sign_on: again.id },
    )
    const next = tablet.op('clock.in', {}, { at: shop.at(-9 * MINUTE), sign_on: again.id })
    expect(await told(tablet, [again, undo, next])).toEqual(['accepted', 'ALREADY_CLOCKED_IN'])
    expect((await punches(staff)).map(({ voided }) => voided)).toEqual([false, true, false])
  })
})

describe('two days offline', () => {
  /** A person's taps on two tablets, minutes from the start; each tablet goes forward. */
  const tapsArb = fc.array(
    fc.record({
      which: fc.nat(1),
      action: fc.constantFrom('in', 'out', 'break_start', 'break_end'),
      halfMinute: fc.nat(2 * 24 * 120),
    }),
    { minLength: 3, maxLength: 10 },
  )
  const orderArb = fc.array(fc.nat(), { minLength: 20, maxLength: 20 })

  test('in any order and however often: one verdict an op, no two the same within a minute', async () => {
    const tablets = [await clockTablet(), await clockTablet()]
    const check = fc.asyncProperty(tapsArb, orderArb, async (taps, order) => {
      const staff = await shop.person()
      const start = shop.at(-3 * DAY)
      const pairs: { tablet: IngestTablet; ops: WireOp[] }[] = []
      for (const { which, action, halfMinute } of taps.toSorted(
        (a, b) => a.halfMinute - b.halfMinute,
      )) {
        const tablet = tablets[which]
        if (tablet === undefined) continue
        const at = plus(start, halfMinute * 30 * SECOND)
        pairs.push({ tablet, ops: await tap(tablet, staff, action, at) })
      }
      const shuffled = pairs
        .map((pair, index) => ({ pair, place: order[index] ?? 0 }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ pair }) => pair)
      const verdicts = new Map<string, unknown>()
      for (const { tablet, ops } of [...shuffled, ...shuffled.slice(0, 3)]) {
        for (const verdict of (await tablet.push(ops)).verdicts) {
          expect(verdicts.get(verdict.id) ?? verdict).toEqual(verdict)
          verdicts.set(verdict.id, verdict)
          expect([null, 'CLOCK_DOUBLE_TAP']).toContain(verdict.code)
        }
      }
      const counting = await punches(staff)
      for (const action of ['in', 'out', 'break_start', 'break_end']) {
        const times = counting.filter((punch) => punch.action === action).map(({ at }) => at)
        times.slice(1).forEach((at, index) => {
          expect(at - (times[index] ?? 0)).toBeGreaterThan(MINUTE)
        })
      }
      expect(counting.length).toBeGreaterThan(0)
    })
    await fc.assert(check, { numRuns: 8 })
  }, 60_000)

  test('in order, in one batch, nothing is odd about two ordinary days', async () => {
    const [tablet, staff] = [await clockTablet(), await shop.person()]
    const days = [-2 * DAY, -1 * DAY].flatMap((day) => [
      ['in', day] as const,
      ['out', day + 8 * HOUR] as const,
    ])
    const ops: WireOp[] = []
    for (const [action, at] of days) ops.push(...(await tap(tablet, staff, action, shop.at(at))))
    expect(await told(tablet, ops)).toEqual(Array.from({ length: 4 }, () => 'accepted'))
  })
})

describe('R-085 a punch whose sign-on was refused is kept as a fact', () => {
  test('accepted in review it counts, and says that nobody knows for certain', async () => {
    const [tablet, staff] = [await clockTablet(), await shop.person()]
    const [signOn, came] = await tap(tablet, staff, 'in', shop.at(-1 * HOUR), { pin: WRONG_PIN })
    const ops = [{ ...signOn, data: { ...signOn.data, badge: true } }, came] as const
    expect(await tablet.outcomes(ops)).toEqual(['PIN_WRONG', 'SIGN_ON_REJECTED'])
    expect(await punches(staff)).toEqual([])
    expect((await review(ops[1].id))?.actions).toEqual(['accept', 'dismiss'])
    await resolve(ops[1].id, 'accept')
    expect(await punches(staff)).toMatchObject([{ action: 'in', at: -1 * HOUR, unverified: true }])
    const [entry] = await entriesOf(staff)
    expect(entry).toMatchObject({
      kind: 'review.accept',
      flags: ['UNVERIFIED'],
      stamps: 0,
      target_op_id: ops[1].id,
      occurred_at: formatInstant(shop.at(-1 * HOUR)),
    })
    // What was accepted is a neighbour like any other.
    expect(await told(tablet, await tap(tablet, staff, 'in', shop.now()))).toEqual([
      'ALREADY_CLOCKED_IN',
    ])
    const { verdicts } = await tablet.push(ops)
    expect(verdicts[1]?.code).toBe('SIGN_ON_REJECTED')
  })

  test('whatever was shown, it stands in review', async () => {
    const [tablet, staff] = [await clockTablet(), await shop.person()]
    for (const status of ['pending', 'rejected'] as const) {
      const at = shop.at(status === 'pending' ? -1 * HOUR : -2 * HOUR)
      const shown = { status, code: null }
      const ops = await tap(tablet, staff, 'in', at, { pin: WRONG_PIN, shown })
      await tablet.push(ops)
      expect(await review(ops[1].id)).toMatchObject({ reason: 'UNVERIFIED' })
    }
  })

  test('one that came before its sign-on is accepted for the person of that', async () => {
    const [tablet, staff] = [await clockTablet(), await shop.person()]
    const [signOn, punch] = await tap(tablet, staff, 'in', shop.at(-1 * MINUTE))
    expect(await tablet.outcomes([punch])).toEqual(['SIGN_ON_MISSING'])
    expect((await review(punch.id))?.actions).toEqual(['dismiss'])
    await tablet.push([signOn])
    await resolve(punch.id, 'accept')
    expect(await punches(staff)).toMatchObject([{ action: 'in', unverified: true }])
  })

  test('a punch that counts can be taken back in review', async () => {
    const [tablet, staff] = [await clockTablet(), await shop.person()]
    const ops = await tap(tablet, staff, 'out', shop.at(-1 * HOUR))
    expect(await told(tablet, ops)).toEqual(['ALREADY_CLOCKED_OUT'])
    await resolve(ops[1].id, 'void')
    expect(await punches(staff)).toMatchObject([{ action: 'out', voided: true }])
  })
})

describe('who punched', () => {
  test('the right PIN of somebody who has left carries nothing, but is kept', async () => {
    const [tablet, staff] = [await clockTablet(), await shop.person()]
    const gone = { params: { id: staff }, body: { active: false } }
    expect((await shop.shop.call(ENDPOINTS.updateStaff, gone)).status).toBe(200)
    const ops = await tap(tablet, staff, 'in', shop.now())
    expect(await tablet.outcomes(ops)).toEqual(['STAFF_INACTIVE', 'SIGN_ON_REJECTED'])
    await resolve(ops[1].id, 'accept')
    expect(await punches(staff)).toHaveLength(1)
  })

  test('a PIN changed while the tablet was offline fits what occurred before the change', async () => {
    const [tablet, staff] = [await clockTablet(), await shop.person()]
    const before = await tap(tablet, staff, 'in', shop.at(5 * MINUTE))
    const after = await tap(tablet, staff, 'out', shop.at(6 * HOUR))
    shop.server.pass(10 * MINUTE)
    const change = { params: { id: staff }, body: { pin: '516283' } }
    expect((await shop.shop.call(ENDPOINTS.setPin, change)).status).toBe(200)
    shop.server.pass(6 * HOUR)
    expect(await tablet.outcomes([...before, ...after])).toEqual([
      'accepted',
      'accepted',
      'PIN_WRONG',
      'SIGN_ON_REJECTED',
    ])
  })

  test('a sign-on serves the clock for one minute, on its own tablet', async () => {
    const [tablet, other, staff] = [await clockTablet(), await clockTablet(), await shop.person()]
    const signOn = await tablet.signOn(staff, PIN, { at: shop.at(-2 * MINUTE) })
    const under = (at: EpochMs, by = tablet) => by.op('clock.in', {}, { at, sign_on: signOn.id })
    const last = under(shop.at(-1 * MINUTE))
    expect(await tablet.outcomes([signOn, last, under(shop.at(-1 * MINUTE + 1))])).toEqual([
      'accepted',
      'accepted',
      'SIGN_ON_EXPIRED',
    ])
    expect(await other.outcomes([under(shop.at(-1 * MINUTE), other)])).toEqual(['SIGN_ON_MISSING'])
  })

  test('a tablet that is no clock takes no punches', async () => {
    const [tablet, staff] = [await shop.tablet(), await shop.person()]
    expect(await told(tablet, await tap(tablet, staff, 'in', shop.now()))).toEqual([
      'JOB_NOT_ALLOWED',
    ])
  })
})

test('a tablet whose clock went back a day holds its punches at one moment, in their order', async () => {
  const [tablet, staff] = [await clockTablet(), await shop.person()]
  await tablet.push(await tap(tablet, staff, 'in', shop.at(-8 * HOUR)))
  const out = await tap(tablet, staff, 'out', shop.at(-25 * HOUR))
  const back = await tap(tablet, staff, 'in', shop.at(-24 * HOUR))
  expect(await told(tablet, [...out, ...back])).toEqual(['CLOCK_BEHIND', 'CLOCK_DOUBLE_TAP'])
  expect((await punches(staff)).map(({ at }) => at)).toEqual([-8 * HOUR, -8 * HOUR])
})

test('a punch says whether a badge was shown, and so does the ledger', async () => {
  const tablet = await clockTablet()
  const staff = await shop.person()
  const [shown, came] = await tap(tablet, staff, 'in', shop.now())
  const badge = { ...shown, data: { ...shown.data, badge: true } }
  const typed = await tap(tablet, staff, 'out', plus(shop.now(), -2 * MINUTE))
  await tablet.push([badge, came])
  await tablet.push(typed)
  const { db } = shop.server.deps
  const made = await db
    .selectFrom('punch')
    .select(['action', 'source'])
    .where('merchant_id', '=', shop.merchant_id)
    .where('staff_id', '=', staff)
    .orderBy('action')
    .execute()
  expect(made).toEqual([
    { action: 'in', source: 'badge' },
    { action: 'out', source: 'tablet' },
  ])
})

test('R-061: all of it is rebuilt from the ledger, and a punch moved by hand is noticed', async () => {
  const { db } = shop.server.deps
  const verify = async () => (await verifyLedger(db, shop.merchant_id)).difference
  expect(await verify()).toBeUndefined()
  const staff = await shop.person()
  const tablet = await clockTablet()
  await tablet.push(await tap(tablet, staff, 'in', shop.now()))
  const mine = db.updateTable('punch').where('merchant_id', '=', shop.merchant_id)
  await mine.where('staff_id', '=', staff).set({ action: 'out' }).execute()
  expect(await verify()).toMatchObject({
    table: 'punch',
    field: 'action',
    expected: 'in',
    found: 'out',
  })
  await mine.where('staff_id', '=', staff).set({ action: 'in', voided: true }).execute()
  expect(await verify()).toMatchObject({ field: 'voided', expected: 'false', found: 'true' })
  await db.deleteFrom('punch').where('staff_id', '=', staff).execute()
  expect(await verify()).toMatchObject({ fault: 'row_missing', table: 'punch' })
})
