import { HOUR, MINUTE, SECOND } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyLedger } from '../../ledger/verify/verify-ledger'
import { PIN, WRONG_PIN } from '../../sync/testing'
import { ClockShop } from '../testing'

let shop: ClockShop
let poster: string
let number: string
let staff: string
/** Every test has a shop of its own: locks of one do not reach another. */
const opened: ClockShop[] = []
beforeEach(async () => {
  shop = await ClockShop.open()
  opened.push(shop)
  await set({ phone_punches: true })
  poster = await issue()
  number = 'P-1'
  const body = { name: 'Ada', personnel_number: number, pin: PIN }
  staff = (await shop.shop.call(ENDPOINTS.createStaff, { body })).body.staff.id
}, 30_000)
afterAll(() => Promise.all(opened.map((one) => one.close())))

const set = (body: object) => shop.shop.call(ENDPOINTS.updateClockSettings, { body })
const issue = async () =>
  (await shop.shop.call(ENDPOINTS.issuePoster, { params: { id: shop.shop.store.id } })).body.token

async function post(path: string, fields: Readonly<Record<string, string>>, lang = 'en') {
  const answer = await shop.server.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': lang },
    body: new URLSearchParams(fields).toString(),
  })
  return { status: answer.status, text: await answer.text() }
}

const begin = (pin = PIN, more: { t?: string; number?: string } = {}, lang?: string) =>
  post('/stamp', { t: poster, number, pin, ...more }, lang)
const sessionIn = ({ text }: { text: string }): string =>
  /name="s" value="([^"]+)"/.exec(text)?.[1] ?? ''
const punch = (s: string, action = 'in') => post('/stamp/punch', { s, punch: action })

const punches = async () => {
  const query = { staff_id: staff }
  return (await shop.shop.call(ENDPOINTS.listPunches, { query })).body.items
}

const audited = async () =>
  (await shop.shop.call(ENDPOINTS.listAudit)).body.items
    .map(({ action }) => action)
    .filter((action) => action.startsWith('phone.'))
    .toReversed()

describe('a phone at the poster', () => {
  test('number and PIN, then in; the same judge, the same ledger, and how it was made', async () => {
    const page = await begin()
    expect(page.status).toBe(200)
    expect(page.text).toContain('Hello Ada')
    expect(page.text).not.toContain('<script')
    const told = await punch(sessionIn(page))
    expect(told.text).toContain('You are clocked in')
    expect(told.text).not.toContain('A manager will look at it')
    // Whose page it is stays the same from the first to the last.
    const [head, ...others] = [page, told].map(({ text }) => /mark owner">([^<]+)</.exec(text)?.[1])
    expect(head).toBeTruthy()
    expect(others).toEqual([head])
    expect(await punches()).toMatchObject([{ source: 'phone', status: 'counts', punch: 'in' }])
    const { items } = (await shop.shop.call(ENDPOINTS.listLedger)).body
    expect(items[0]).toMatchObject({ kind: 'clock.in', staff_id: staff, source: 'phone' })
    const { difference } = await verifyLedger(shop.server.deps.db, shop.merchant_id)
    expect(difference).toBeUndefined()
    expect(await audited()).toEqual(['phone.begin', 'phone.punch'])
  })

  test('comes in on a phone, goes out at the tablet: one shift', async () => {
    await punch(sessionIn(await begin()))
    shop.server.pass(2 * HOUR)
    await shop.punched(await shop.entrance(), staff, 'out 0')
    expect(await shop.hours(staff)).toEqual([2])
  })

  test('an odd punch is recorded, and says at once what is odd and that a manager sees it', async () => {
    await shop.punched(await shop.entrance(), staff, 'in -14')
    const { text } = await punch(sessionIn(await begin()), 'out')
    expect(text).toContain('That is more than twelve hours. A manager will look at it.')
  })

  test('a number that was typed stays in the form, the PIN never', async () => {
    const { text } = await begin(WRONG_PIN)
    expect(text).toContain(`value="${number}"`)
    expect(text).not.toContain(WRONG_PIN)
  })

  test('shows the own state, today’s hours and two weeks, in the phone’s language', async () => {
    await shop.punched(await shop.entrance(), staff, 'in -26', 'out -18', 'in -3')
    const { text } = await begin(PIN, {}, 'de-LU,de;q=0.9')
    expect(text).toContain('Sie sind seit')
    expect(text).toContain('Heute: 3:00')
    expect(text).toContain('<td>8:00</td>')
    expect(text).toContain('lang="de"')
  })

  test('"I forgot" is a request for a manager', async () => {
    const s = sessionIn(await begin())
    const fields = { s, punch: 'out', day: '2026-11-19', time: '17:30', note: 'sorry' }
    expect((await post('/stamp/forgot', { ...fields, time: '25:99' })).status).toBe(422)
    expect((await post('/stamp/forgot', fields)).text).toContain('with your manager')
    const { items } = (await shop.shop.call(ENDPOINTS.listRequests)).body
    expect(items).toMatchObject([
      { made_by: 'phone', at: '2026-11-19T16:30:00.000Z', note: 'sorry', status: 'open' },
    ])
    expect(await audited()).toContain('phone.request')
    const { difference } = await verifyLedger(shop.server.deps.db, shop.merchant_id)
    expect(difference).toBeUndefined()
  })

  test('R-134 a merchant may ask to see what is done on phones', async () => {
    await set({ review_phone_punches: true })
    await punch(sessionIn(await begin()))
    const [made] = await punches()
    expect(await shop.review(made?.op_id ?? '')).toMatchObject({ reason: 'PHONE_PUNCH' })
  })

  test('the poster prints in four languages and holds the code', async () => {
    const answer = await shop.server.app.request(`/stamp/poster?t=${poster}`)
    const text = await answer.text()
    for (const lang of ['en', 'fr', 'de', 'lb']) expect(text).toContain(`lang="${lang}"`)
    expect(text).toContain('<svg')
  })
})

describe('R-133 attacks', () => {
  test('off by default, and at once when it is switched off', async () => {
    const s = sessionIn(await begin())
    await set({ phone_punches: false })
    expect((await begin()).status).toBe(410)
    expect((await punch(s)).status).toBe(410)
    expect((await shop.server.app.request(`/stamp?t=${poster}`)).status).toBe(410)
  })

  test('guessing: the fifth wrong PIN locks number and poster, whatever comes then', async () => {
    for (let n = 0; n < 5; n += 1) expect((await begin(WRONG_PIN)).status).toBe(401)
    const locked = await begin(PIN)
    expect(locked.status).toBe(429)
    expect(locked.text).toContain('locked at this poster until 11:30')
    // One person's lock stops nobody else, and not their own tablet.
    const body = { name: 'Bob', personnel_number: 'P-2', pin: PIN }
    await shop.shop.call(ENDPOINTS.createStaff, { body })
    expect((await begin(PIN, { number: 'P-2' })).status).toBe(200)
    expect(await shop.punched(await shop.entrance(), staff, 'in -1')).toEqual(['accepted'])
    shop.server.pass(30 * MINUTE)
    expect((await begin(PIN)).status).toBe(200)
  })

  test('guessing: an unknown number is answered, counted and locked as a known one', async () => {
    const known = await begin(WRONG_PIN)
    const unknown = await begin(WRONG_PIN, { number: 'X-9' })
    const text = unknown.text.replace('value="X-9"', `value="${number}"`)
    expect({ ...unknown, text }).toEqual(known)
    for (let n = 0; n < 4; n += 1) await begin(WRONG_PIN, { number: 'X-9' })
    expect((await begin(PIN, { number: 'X-9' })).status).toBe(429)
    expect(await audited()).toContain('phone.locked')
  })

  test('guessing: many at once, no more than five are looked at', async () => {
    const tries = Array.from({ length: 12 }, () => begin(WRONG_PIN))
    const answers = await Promise.all(tries)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  test('guessing: wrong PINs on phones count towards the person’s own lock', async () => {
    for (let round = 0; round < 4; round += 1) {
      for (let n = 0; n < 5; n += 1) await begin(WRONG_PIN)
      shop.server.pass(30 * MINUTE)
    }
    const { locked_until } = (await shop.shop.call(ENDPOINTS.getStaff, { params: { id: staff } }))
      .body.staff
    expect(locked_until).not.toBeNull()
    // The right PIN is not told from a wrong one while that lasts.
    expect((await begin(PIN)).status).toBe(401)
  }, 30_000)

  test('rotation: old posters and what began at them die at once', async () => {
    const old = poster
    const s = sessionIn(await begin())
    poster = await issue()
    expect((await begin(PIN, { t: old })).status).toBe(410)
    expect((await punch(s)).status).toBe(410)
    expect(await audited()).toContain('phone.ended')
    expect(await punches()).toEqual([])
    expect((await begin()).status).toBe(200)
    await shop.shop.call(ENDPOINTS.withdrawPoster, { params: { id: shop.shop.store.id } })
    expect((await begin()).status).toBe(410)
  })

  test('replay: a session is good for one deed', async () => {
    const s = sessionIn(await begin())
    const answers = await Promise.all([punch(s), punch(s), punch(s, 'out')])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410, 410])
    expect((await punch(s)).status).toBe(410)
    expect(await punches()).toHaveLength(1)
    expect((await audited()).filter((action) => action === 'phone.ended')).toHaveLength(3)
  })

  test('two sessions: the second ends the first', async () => {
    const [first, second] = [sessionIn(await begin()), sessionIn(await begin())]
    expect((await punch(first)).status).toBe(410)
    expect(await audited()).toContain('phone.ended')
    expect((await punch(second)).status).toBe(200)
  })

  test('expired: 120 seconds, and not one more', async () => {
    const [s] = [sessionIn(await begin())]
    shop.server.pass(120 * SECOND)
    expect((await punch(s)).status).toBe(410)
    const again = sessionIn(await begin())
    shop.server.pass(120 * SECOND - 1)
    expect((await punch(again)).status).toBe(200)
  })

  test('guessing: sixty tries a minute from one address, whatever the numbers; then a page says so', async () => {
    for (let n = 0; n < 60; n += 1) await begin('', { number: `N-${n}` })
    const busy = await begin(PIN, { number: 'N-60' })
    expect(busy.status).toBe(429)
    expect(busy.text).toContain('Too many tries from this network')
  }, 30_000)

  test('nothing of a token is kept but its hash, and another merchant’s opens nothing here', async () => {
    const s = sessionIn(await begin())
    const { db } = shop.server.deps
    const kept = JSON.stringify([
      await db.selectFrom('poster').selectAll().execute(),
      await db.selectFrom('phone_session').selectAll().execute(),
      await db.selectFrom('audit').selectAll().execute(),
    ])
    expect(kept).not.toContain(s)
    expect(kept).not.toContain(poster)
    const rival = await shop.server.shop('rival')
    const own = Buffer.from(rival.merchant_id.replaceAll('-', ''), 'hex')
    const forged = Buffer.concat([own, Buffer.from(poster, 'base64url').subarray(16)])
    expect((await begin(PIN, { t: forged.toString('base64url') })).status).toBe(410)
  })

  test('another site’s form is refused', async () => {
    const answer = await shop.server.app.request('/stamp', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://elsewhere.example',
      },
      body: new URLSearchParams({ t: poster, number, pin: PIN }).toString(),
    })
    expect(answer.status).toBe(403)
  })
})
