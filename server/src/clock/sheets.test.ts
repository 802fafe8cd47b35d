import { HOUR, MINUTE, SECOND } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '../ledger/verify/verify-ledger'
import { ClockShop } from './testing'

let shop: ClockShop
beforeAll(async () => {
  shop = await ClockShop.open()
})
afterAll(() => shop.close())

describe('what people complain about elsewhere', () => {
  test('complaint 6, R-130: a manager typed the hours before the tablet synced: a merge to decide', async () => {
    const [tablet, staff] = [await shop.entrance(), await shop.person()]
    const late = [
      ...(await shop.tap(tablet, staff, 'in', -8.05)),
      ...(await shop.tap(tablet, staff, 'out', -0.95)),
    ]
    await shop.amend({ staff_id: staff, adds: shop.added('in', -8) })
    await shop.amend({ staff_id: staff, adds: shop.added('out', -1) })
    expect(await shop.hours(staff)).toEqual([7])
    await tablet.push(late)
    // No duplicate, no silent delete: one shift, and somebody is asked.
    const [worked, ...odd] = await shop.hours(staff)
    expect(worked).toBeCloseTo(7.1, 9)
    expect(odd).toEqual(['OVERLAP'])
    const [came, went] = [late[1]?.id ?? '', late[3]?.id ?? '']
    for (const id of [came, went]) {
      expect(await shop.review(id)).toMatchObject({
        reason: 'MANUAL_CLASH',
        actions: ['accept', 'void', 'dismiss'],
      })
    }
    // The tablet's clock-in, the manager's clock-out.
    expect((await shop.resolve(came, 'accept', 'saw her')).status).toBe(200)
    expect((await shop.resolve(went, 'void')).status).toBe(200)
    const [decided, ...left] = await shop.hours(staff)
    expect(decided).toBeCloseTo(7.05, 9)
    expect(left).toEqual([])
  })

  test('complaint 7: two whole days offline: all of it arrives, in order, and counts', async () => {
    const [tablet, staff] = [await shop.entrance(), await shop.person()]
    const told = ['in -50', 'break_start -46', 'break_end -45.5', 'out -42', 'in -26', 'out -18']
    const answers = await shop.punched(tablet, staff, ...told)
    expect(answers).toEqual(told.map(() => 'accepted'))
    expect(await shop.hours(staff)).toEqual([15.5])
    const { days } = await shop.sheet(staff)
    expect(days.map(({ day, worked_ms }) => [day, worked_ms / HOUR])).toEqual([
      ['2026-11-18', 7.5],
      ['2026-11-19', 8],
    ])
  })

  test('complaint 9: a clock three hours fast, jumping on the way: times are put right, and said', async () => {
    const [tablet, staff] = [await shop.entrance(), await shop.person()]
    const fast = (hours: number) => shop.at((hours + 3) * HOUR)
    const signOn = async (hours: number, offset_ms: number | null) =>
      tablet.signOn(staff, '730528', { at: fast(hours), offset_ms })
    const first = await signOn(-8, -3 * HOUR)
    const came = { at: fast(-8), offset_ms: -3 * HOUR, sign_on: first.id }
    const ops = [first, tablet.op('clock.in', {}, came)]
    const second = await signOn(-1, null)
    const went = { at: fast(-1), offset_ms: null, sign_on: second.id }
    ops.push(second, tablet.op('clock.out', {}, went))
    const envelope = { sent_at: new Date(fast(0)).toISOString(), ops }
    const { verdicts } = await shop.ingest(tablet.sender, envelope, shop.now())
    expect(verdicts[3]?.flags).toContain('CLOCK_UNCERTAIN')
    expect(await shop.hours(staff)).toEqual([7])
    const { body } = await shop.shop.call(ENDPOINTS.listPunches, { query: { staff_id: staff } })
    expect(body.items.map(({ flags }) => flags.includes('CLOCK_UNCERTAIN'))).toEqual([true, false])
  })

  test('complaint 10: enter twice, card held still: one punch, one shift', async () => {
    const [left, right, staff] = [await shop.entrance(), await shop.entrance(), await shop.person()]
    const near = 30 / 3600
    expect(await shop.punched(left, staff, 'in -8', `in ${-8 + near}`)).toEqual([
      'accepted',
      'CLOCK_DOUBLE_TAP',
    ])
    expect(await shop.punched(right, staff, `in ${-8 + near / 2}`)).toEqual(['CLOCK_DOUBLE_TAP'])
    await shop.punched(right, staff, 'out -1')
    expect(await shop.hours(staff)).toEqual([7])
  })

  test('complaint 11: clocking out after 14 hours is recorded, flagged, never refused', async () => {
    const [tablet, staff] = [await shop.entrance(), await shop.person()]
    expect(await shop.punched(tablet, staff, 'in -15', 'out -1')).toEqual(['accepted', 'accepted'])
    expect(await shop.hours(staff)).toEqual([14, 'LONG_SHIFT'])
  })

  test('complaint 17: a night over local midnight belongs to both days of the store', async () => {
    const [tablet, staff] = [await shop.entrance(), await shop.person()]
    // 21:00 to 05:00 UTC, an hour later in Luxembourg.
    await shop.punched(tablet, staff, 'in -37', 'out -29')
    const { days } = await shop.sheet(staff)
    expect(days.map(({ day, worked_ms }) => [day, worked_ms / HOUR])).toEqual([
      ['2026-11-18', 2],
      ['2026-11-19', 6],
    ])
  })

  test('complaint 20: every list says how complete it is', async () => {
    const tablet = await shop.entrance('Back door')
    await shop.drain(tablet, {
      claimed_at: shop.at(-100 * HOUR),
      drained_at: shop.at(-3 * HOUR),
      waiting: 12,
    })
    const expected = {
      complete_up_to: new Date(shop.at(-3 * HOUR)).toISOString(),
      stores: [{ lagging: [{ label: 'Back door', waiting: 12 }] }],
    }
    const store = { store_id: shop.shop.store.id }
    const { completeness } = (await shop.shop.call(ENDPOINTS.completeness, { query: store })).body
    expect(completeness).toMatchObject(expected)
    const sheets = (await shop.shop.call(ENDPOINTS.listSheets, { query: store })).body
    expect(sheets.completeness).toMatchObject(expected)
    const present = (await shop.shop.call(ENDPOINTS.listPresence)).body
    expect(present.completeness).toMatchObject(expected)
    const file = async (path: string) => (await shop.file(path)).text()
    const day = 'from=2026-11-18&to=2026-11-18'
    const [, ...lines] = (await file(`payroll?${day}`)).trim().split('\r\n')
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line.split(',').at(-1)).toBe(expected.complete_up_to)
    const kept = await file(`staff/${await shop.person()}/data`)
    expect(JSON.parse(kept)).toMatchObject({ complete_up_to: expected.complete_up_to })
    const revoke = { params: { id: tablet.sender.device_id }, body: { reason: 'test' } }
    await shop.shop.call(ENDPOINTS.revokeDevice, revoke)
    const after = (await shop.shop.call(ENDPOINTS.completeness)).body.completeness
    expect(after.complete_up_to).toBe(after.server_time)
  })
})

describe('amendments', () => {
  test('add, move and strike; each has an author, a reason and an entry, and none is edited', async () => {
    const [tablet, staff] = [await shop.entrance(), await shop.person()]
    await shop.punched(tablet, staff, 'in -8')
    const added = await shop.amend({ staff_id: staff, adds: shop.added('out', -1) })
    expect(added.status).toBe(201)
    expect(await shop.hours(staff)).toEqual([7])
    const moved = await shop.amend({
      staff_id: staff,
      strikes: added.body.amendment.id,
      adds: shop.added('out', -2),
    })
    expect(await shop.hours(staff)).toEqual([6])
    await shop.amend({ staff_id: staff, strikes: moved.body.amendment.id })
    expect(await shop.hours(staff)).toEqual([7])
    const query = { staff_id: staff }
    const { items } = (await shop.shop.call(ENDPOINTS.listAmendments, { query })).body
    expect(items.map(({ stands }) => stands)).toEqual([true, false, true])
    const entries = (await shop.shop.call(ENDPOINTS.listLedger, { query })).body.items
    expect(entries.slice(0, 3).map(({ kind, n, note }) => [kind, n, note])).toEqual(
      items.map(({ n }) => ['sheet.amend', n, 'told me so']),
    )
  })

  test('what does not count, is not theirs or is still to come is refused', async () => {
    const [tablet, staff, other] = [await shop.entrance(), await shop.person(), await shop.person()]
    const [signOn, came] = await shop.tap(tablet, staff, 'in', -8)
    await tablet.push([signOn, came])
    const code = async (body: object) => (await shop.amend({ ...body })).problem?.code
    expect(await code({ staff_id: other, strikes: came.id })).toBe('NOT_FOUND')
    expect(await code({ staff_id: staff, adds: shop.added('out', 1) })).toBe('VALIDATION')
    expect(await code({ staff_id: staff })).toBe('VALIDATION')
    expect(await code({ staff_id: staff, strikes: came.id })).toBeUndefined()
    expect(await code({ staff_id: staff, strikes: came.id })).toBe('CONFLICT')
    const viewer = await shop.shop.as('viewer', ENDPOINTS.createAmendment, {
      body: { staff_id: staff, strikes: came.id, reason: 'x' },
    })
    expect(viewer.status).toBe(403)
  })

  test('raw punches stay visible, with what became of them', async () => {
    const [tablet, staff] = [await shop.entrance(), await shop.person()]
    const [signOn, came] = await shop.tap(tablet, staff, 'in', -8)
    await tablet.push([signOn, came])
    await shop.amend({ staff_id: staff, strikes: came.id, adds: shop.added('in', -7) })
    const query = { staff_id: staff }
    const { items } = (await shop.shop.call(ENDPOINTS.listPunches, { query })).body
    expect(items.map(({ source, status, punch }) => [source, status, punch])).toEqual([
      ['manual', 'counts', 'in'],
      ['tablet', 'struck', 'in'],
    ])
  })
})

describe('requests', () => {
  test('a forgotten clock-out is asked for and added by a manager', async () => {
    const [tablet, staff] = [await shop.entrance(), await shop.person()]
    await shop.punched(tablet, staff, 'in -8')
    const body = { staff_id: staff, ...shop.added('out', -1), note: 'forgot' }
    const { request } = (await shop.shop.as('manager', ENDPOINTS.createRequest, { body })).body
    expect(request).toMatchObject({ status: 'open', punch: 'out', made_by: 'console' })
    const answered = await shop.shop.as('manager', ENDPOINTS.answerRequest, {
      params: { id: request.id },
      body: { answer: 'accept' },
    })
    expect(answered.body.request).toMatchObject({ status: 'accepted', answered_by: 'Someone' })
    expect(await shop.hours(staff)).toEqual([7])
    const twice = await shop.shop.as('manager', ENDPOINTS.answerRequest, {
      params: { id: request.id },
      body: { answer: 'decline' },
    })
    expect(twice.problem?.code).toBe('CONFLICT')
  })
})

describe('who is in', () => {
  test('by the last punch that counts, with the state and since when', async () => {
    const other = await ClockShop.open()
    const [tablet, ada, bob] = [await other.entrance(), await other.person(), await other.person()]
    await other.punched(tablet, ada, 'in -3', 'break_start -0.5')
    await other.punched(tablet, bob, 'in -3', 'out -1')
    const { items } = (await other.shop.call(ENDPOINTS.listPresence)).body
    expect(items).toEqual([
      expect.objectContaining({
        state: 'break',
        since: new Date(other.at(-30 * MINUTE)).toISOString(),
        came_at: new Date(other.at(-3 * HOUR)).toISOString(),
        overdue: false,
      }),
    ])
    await other.close()
  })
})

describe('files', () => {
  const text = async (path: string): Promise<string> => {
    const answer = await shop.file(path)
    expect(answer.status).toBe(200)
    return answer.text()
  }

  test('payroll: hours as hh:mm and as decimals, no name is a formula', async () => {
    const body = { name: '=1+1', personnel_number: 'F-1', pin: '730528' }
    const { staff } = (await shop.shop.call(ENDPOINTS.createStaff, { body })).body
    await shop.punched(await shop.entrance(), staff.id, 'in -8', 'out -0.25')
    const csv = await text(`payroll?staff_id=${staff.id}&from=2026-11-20&to=2026-11-20`)
    // Every line says how complete it is; nobody knows while a tablet has a number missing.
    const { body: known } = await shop.shop.call(ENDPOINTS.completeness)
    const upTo = known.completeness.complete_up_to ?? ''
    const line = "F-1,'=1+1,2026-11-20,2026-W47,7:45,7.75,0:00,0.00,"
    expect(csv.split('\r\n')[1]).toBe(`${line},${upTo}`)
  })

  test('a calendar of shifts worked, and all that is kept of a leaver', async () => {
    const staff = await shop.person()
    await shop.punched(await shop.entrance(), staff, 'in -8', 'out -1')
    const calendar = await text(`staff/${staff}/calendar`)
    expect(calendar).toMatch(/X-WR-CALDESC:Complete up to 20\d\d-\d\d-\d\dT[\d:.]+Z\r\n/)
    expect(calendar).toContain('DTSTART:20261120T020000Z\r\nDTEND:20261120T090000Z\r\n')
    const file = JSON.parse(await text(`staff/${staff}/data`)) as Record<string, unknown[]>
    expect(file['punches']).toHaveLength(2)
    expect(file['ledger']).toHaveLength(4)
    expect(file).toMatchObject({ person: { id: staff }, amendments: [], requests: [] })
  })
})

test('rules of rounding and breaks are settings: punches stay, hours follow', async () => {
  const [tablet, staff] = [await shop.entrance(), await shop.person()]
  await shop.punched(tablet, staff, 'in -8', `out ${-(4 * MINUTE + 10 * SECOND) / HOUR}`)
  const set = (body: object) => shop.shop.call(ENDPOINTS.updateClockSettings, { body })
  await set({ round_minutes: 15, automatic_breaks: [{ after_minutes: 360, minutes: 30 }] })
  const { total, shifts } = await shop.sheet(staff)
  expect(total).toEqual({ worked_ms: 7.25 * HOUR, break_ms: 0.5 * HOUR })
  expect(shifts?.[0]?.breaks).toMatchObject([{ automatic: true }])
  await set({ round_minutes: 1, automatic_breaks: [] })
})

test('all of this is in the ledger, and verified', async () => {
  const { difference } = await verifyLedger(shop.server.deps.db, shop.merchant_id)
  expect(difference).toBeUndefined()
})
