import { HOUR } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyLedger } from '../ledger/verify/verify-ledger'
import { ClockShop } from './testing'

const DAY = 24 * HOUR

let shop: ClockShop
beforeAll(async () => {
  shop = await ClockShop.open()
})
afterAll(() => shop.close())

const verified = async () => (await verifyLedger(shop.server.deps.db, shop.merchant_id)).difference

const close = (from_day: string, to_day: string, more: object = {}) =>
  shop.shop.as('manager', ENDPOINTS.closePeriod, {
    body: { store_id: shop.shop.store.id, from_day, to_day, ...more },
  })

const reopen = (id: string) =>
  shop.shop.as('manager', ENDPOINTS.reopenPeriod, {
    params: { id },
    body: { reason: 'late facts' },
  })

test('R-132 closing waits for every tablet of the store, and says who and since when', async () => {
  const lagging = await shop.entrance('Entrance')
  const drained_at = shop.at(-3 * DAY)
  await shop.drain(lagging, { claimed_at: shop.at(-60 * DAY), drained_at, waiting: 12 })
  const refused = await close('2026-11-01', '2026-11-18')
  expect(refused.status).toBe(409)
  expect(refused.problem).toMatchObject({
    code: 'CONFLICT',
    reason: 'TABLETS_LAG',
    lagging: [{ label: 'Entrance', drained_at: new Date(drained_at).toISOString(), waiting: 12 }],
  })
  // Overridden by name only: another tablet's name does not do.
  expect((await close('2026-11-01', '2026-11-18', { without: [shop.shop.store.id] })).status).toBe(
    409,
  )
  const without = [lagging.sender.device_id]
  const closed = await close('2026-11-01', '2026-11-18', { without, note: 'payday' })
  expect(closed.status).toBe(201)
  expect(closed.body.period).toMatchObject({
    status: 'closed',
    closed_by: 'Someone',
    without: [{ label: 'Entrance', waiting: 12 }],
  })
  expect((await close('2026-11-18', '2026-11-19', { without })).problem).toMatchObject({
    reason: 'PERIOD_CLOSED',
  })
  await reopen(closed.body.period.id)
  await shop.drain(lagging, { claimed_at: shop.at(-60 * DAY), drained_at: shop.now() })
})

test.each([
  ['2026-11-20', '2026-11-20'],
  ['2026-11-10', '2026-11-09'],
  ['2024-01-01', '2026-01-01'],
])('days from %s to %s are not over, or none, or too many', async (from, to) => {
  expect((await close(from, to)).status).toBe(422)
})

test('R-131 a closed period is frozen: late facts go to review, and count once it is open', async () => {
  const [tablet, staff] = [await shop.entrance('Late'), await shop.person()]
  await shop.drain(tablet, { claimed_at: shop.at(-60 * DAY), drained_at: shop.now() })
  const late = [
    ...(await shop.tap(tablet, staff, 'in', -56)),
    ...(await shop.tap(tablet, staff, 'out', -49)),
  ]
  const { period } = (await close('2026-11-16', '2026-11-18')).body
  const { verdicts } = await tablet.push(late)
  expect(verdicts.map(({ status }) => status)).toEqual(late.map(() => 'accepted'))
  expect(await shop.hours(staff)).toEqual([0])
  const [came = '', went = ''] = [late[1]?.id, late[3]?.id]
  expect(await shop.review(came)).toMatchObject({
    reason: 'PERIOD_CLOSED',
    actions: ['accept', 'dismiss'],
  })
  const held = (await shop.shop.call(ENDPOINTS.listPunches, { query: { staff_id: staff } })).body
  expect(held.items.map(({ status }) => status)).toEqual(['held', 'held'])
  expect(await verified()).toBeUndefined()
  expect((await shop.resolve(came, 'accept')).problem).toMatchObject({ reason: 'PERIOD_CLOSED' })
  const add = await shop.amend({ staff_id: staff, adds: shop.added('in', -56) })
  expect(add.problem).toMatchObject({ reason: 'PERIOD_CLOSED', period_id: period.id })

  const opened = await reopen(period.id)
  expect(opened.body.period).toMatchObject({
    status: 'reopened',
    reopened_by: 'Someone',
    reopen_reason: 'late facts',
  })
  for (const id of [came, went]) expect((await shop.resolve(id, 'accept')).status).toBe(200)
  expect(await shop.hours(staff)).toEqual([7])
  expect((await reopen(period.id)).problem?.code).toBe('CONFLICT')
  expect(await verified()).toBeUndefined()
  const { items } = (await shop.shop.call(ENDPOINTS.listLedger, { query: { limit: '20' } })).body
  const kinds = items.map(({ kind }) => kind)
  expect(kinds).toContain('period.close')
  expect(kinds).toContain('period.reopen')
})

test('an undo does not reach into a closed period', async () => {
  const [tablet, staff] = [await shop.entrance('Night'), await shop.person()]
  await shop.drain(tablet, { claimed_at: shop.at(-60 * DAY), drained_at: shop.now() })
  // 23:55 in Luxembourg.
  const at = -11 - 5 / 60
  const [signOn, out] = await shop.tap(tablet, staff, 'out', at)
  await tablet.push([signOn, out])
  await close('2026-11-19', '2026-11-19')
  const again = await tablet.signOn(staff, '730528', { at: shop.at((at + 0.2) * HOUR) })
  const undo = { at: shop.at((at + 0.2) * HOUR), sign_on: again.id }
  const { verdicts } = await tablet.push([
    again,
    tablet.op('op.void', { op_id: out.id, reason: '' }, undo),
  ])
  expect(verdicts[1]?.code).toBe('VOID_TOO_LATE')
})

test.each([
  ['amendment', `update amendment set reason = 'another'`, 'reason'],
  ['punch', `update punch set struck = true where source = 'tablet'`, 'struck'],
  [
    'punch',
    `update punch set occurred_at = occurred_at - interval '1 hour' where source = 'manual'`,
    'at',
  ],
  ['clock_request', `update clock_request set status = 'declined'`, 'status'],
  ['clock_period', `update clock_period set to_day = '2026-11-30'`, 'to_day'],
])('ledger verify: a changed %s is found', async (table, statement, field) => {
  const own = await ClockShop.open()
  const [tablet, staff] = [await own.entrance(), await own.person()]
  await own.punched(tablet, staff, 'in -8')
  await own.amend({ staff_id: staff, adds: own.added('out', -1) })
  const body = { staff_id: staff, ...own.added('out', -1), note: '' }
  await own.shop.as('manager', ENDPOINTS.createRequest, { body })
  const days = { store_id: own.shop.store.id, from_day: '2026-11-01', to_day: '2026-11-10' }
  await own.shop.as('manager', ENDPOINTS.closePeriod, { body: days })
  const difference = async () =>
    (await verifyLedger(own.server.deps.db, own.merchant_id)).difference
  expect(await difference()).toBeUndefined()
  await sql.raw(statement).execute(own.server.superuser)
  expect(await difference()).toMatchObject({ fault: 'value_differs', table, field })
  await own.close()
})
