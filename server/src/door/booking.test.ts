import { formatInstant, HOUR, plus } from '@counterfoil/domain'
import { ENDPOINTS, type Reservation } from '@counterfoil/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer, type TestShop } from '../merchants/testing'

const PUBLIC = 'https://counterfoil.example'
let server: TestServer
let shop: TestShop
let turn = 0
beforeAll(async () => {
  server = await openTestServer({ DEMO: '1', TRUSTED_PROXIES: '0.0.0.0' })
  shop = await server.shop('Harbour')
  await server.shop('Rival')
})
afterAll(() => server.close())

/** Somebody at an address of their own, so that no other test's throttle is met. */
function guest(app = server.app) {
  turn += 1
  const from = { 'x-forwarded-for': `198.51.100.${turn % 250}` }
  const headers = { ...from, 'content-type': 'application/x-www-form-urlencoded' }
  return {
    get: (path: string, more: Record<string, string> = {}) =>
      app.request(path, { headers: { ...from, ...more } }),
    post: (path: string, fields: Record<string, string>, more: Record<string, string> = {}) =>
      app.request(path, {
        method: 'POST',
        headers: { ...headers, ...more },
        body: new URLSearchParams(fields).toString(),
      }),
    json: (path: string, body: object) =>
      app.request(path, {
        method: 'POST',
        headers: { ...from, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  }
}

const inHours = (hours: number) => formatInstant(plus(server.deps.now(), hours * HOUR))

async function announce(capacity: number, more: object = {}): Promise<string> {
  const body = { title: 'Evening', starts_at: inHours(72), capacity, listed: true, ...more }
  return (await shop.call(ENDPOINTS.createPerformance, { body })).body.performance.id
}

const ada = { name: 'Ada', email: 'ada@mail.example', party_size: '2' }

async function mails() {
  const query = { limit: '20' }
  const { body } = await shop.call(ENDPOINTS.listMails, { query })
  return body.items
}

/** The path of a link in the newest mail to somebody. */
async function linkIn(email: string, part: string): Promise<string> {
  const mail = (await mails()).find(
    ({ to, text }) => to === email && text?.includes(`${PUBLIC}/${part}/`),
  )
  const found = new RegExp(`${PUBLIC}(/${part}/[\\w.-]+)`).exec(mail?.text ?? '')
  if (found?.[1] === undefined) throw new Error(`no link to /${part} for ${email}`)
  return found[1]
}

async function reservationsOf(performance_id: string): Promise<Reservation[]> {
  const query = { performance_id, limit: '500' }
  return (await shop.call(ENDPOINTS.listReservations, { query })).body.items
}

async function figuresOf(id: string) {
  const { body } = await shop.call(ENDPOINTS.getPerformanceFigures, { params: { id } })
  return body.figures
}

async function asked(performance: string, fields: Partial<typeof ada> = {}): Promise<string> {
  const about = { ...ada, email: `guest${(turn += 1)}@mail.example`, ...fields }
  const answer = await guest().post(`/p/harbour/${performance}`, about)
  expect(answer.status).toBe(200)
  return linkIn(about.email, 'confirm')
}

describe('a guest', () => {
  test('whose ticket came over the counter is told of no mail', async () => {
    const body = { performance_id: await announce(6), name: 'Ada', party_size: 2 }
    const { token } = (await shop.call(ENDPOINTS.createTicket, { body })).body
    const page = await (await guest().get(`/t/${token}`)).text()
    expect(page).toContain('Keep this page, or print it.')
    expect(page).not.toContain('your mail')
  })

  test('books, confirms by mail, holds the ticket, changes it, gives it back', async () => {
    const id = await announce(6)
    const me = guest()
    expect(await (await me.get('/p/harbour')).text()).toContain('Harbour')
    const form = await me.get(`/p/harbour/${id}`)
    expect(form.status).toBe(200)
    // Else a browser sends the form with `Origin: null`, which is refused as another site's.
    expect(form.headers.get('referrer-policy')).toBe('same-origin')
    expect(await (await me.post(`/p/harbour/${id}`, ada)).text()).toContain('Check your mail')
    expect(await figuresOf(id)).toMatchObject({ pending: { people: 2 }, booked: 0, left: 6 })

    const confirm = await linkIn(ada.email, 'confirm')
    expect(await (await me.get(confirm)).text()).toContain('<button>')
    expect((await figuresOf(id)).booked).toBe(0)
    const done = await me.post(confirm, {})
    expect(done.status).toBe(303)
    const ticket = done.headers.get('location') ?? ''
    const page = await (await me.get(ticket)).text()
    expect(page).toContain('<svg')
    expect(page).toContain('2 people')
    expect(page).toContain('you change or cancel the booking')
    // Without a script nobody could print by it.
    expect(page).toMatch(/data-print hidden>Print</)
    const path = ticket.split('?')[0] ?? ''
    const file = await (await me.get(`${path}/evening.ics`)).text()
    expect(file).toContain('DTSTART:20261123T100000Z\r\n')
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect((await figuresOf(id)).booked).toBe(2)
    expect(await linkIn(ada.email, 't')).toBe(path)

    const manage = await linkIn(ada.email, 'booking')
    expect((await me.post(manage, { action: 'change', party_size: '3' })).status).toBe(200)
    expect((await me.get(path)).status).toBe(404)
    expect((await me.get(await linkIn(ada.email, 't'))).status).toBe(200)
    expect((await me.post(manage, { action: 'change', party_size: '7' })).status).toBe(409)
    expect((await me.post(manage, { action: 'cancel' })).status).toBe(200)
    expect((await figuresOf(id)).booked).toBe(0)
    expect((await me.get(await linkIn(ada.email, 't'))).status).toBe(410)
    expect((await me.post(manage, { action: 'cancel' })).status).toBe(410)
    expect((await mails())[0]?.kind).toBe('cancelled')
  })

  test('is spoken to in the language asked for, else the browser’s; their mails too', async () => {
    const id = await announce(5)
    const me = guest()
    const german = { 'accept-language': 'pt, de;q=0.8, en;q=0.5' }
    expect(await (await me.get(`/p/harbour/${id}`, german)).text()).toContain('<html lang="de">')
    expect(await (await me.get(`/p/harbour/${id}?lang=lb`, german)).text()).toContain('lang="lb"')
    await me.post(`/p/harbour/${id}`, { ...ada, lang: 'fr', email: 'fr@mail.example' })
    const mail = (await mails()).find(({ to }) => to === 'fr@mail.example')
    expect(mail?.subject).toBe('À confirmer : Evening')
    expect(mail?.text).toContain('Confirmer la réservation')
  })

  test('is told what is wrong beside the field; what was typed is still there', async () => {
    const id = await announce(5)
    const wrong = { name: '<b>Ada</b>', email: 'nobody', party_size: '11' }
    const answer = await guest().post(`/p/harbour/${id}`, wrong)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('&lt;b&gt;Ada&lt;/b&gt;')
    expect(page).toContain('Please check this address.')
    expect(page).toContain('A number from 1 to 10')
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
    expect(await reservationsOf(id)).toEqual([])
  })

  test('cannot put lines or second addresses into a mail through a name', async () => {
    const id = await announce(5)
    const me = guest()
    const lines = { ...ada, name: 'Ada\r\nBcc: eve@evil.example' }
    expect((await me.post(`/p/harbour/${id}`, lines)).status).toBe(422)
    const two = { ...ada, email: 'ada@mail.example, eve@evil.example' }
    expect((await me.post(`/p/harbour/${id}`, two)).status).toBe(422)
  })

  test('is sent links to us, whatever host the request names', async () => {
    const id = await announce(5)
    const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
    const about = { ...ada, email: 'host@mail.example' }
    await guest().post(`/p/harbour/${id}`, about, { ...evil, 'x-forwarded-proto': 'http' })
    const mail = (await mails()).find(({ to }) => to === about.email)
    expect(mail?.text).toContain(`${PUBLIC}/confirm/`)
    expect(JSON.stringify(mail)).not.toContain('evil.example')
  })

  test('books nothing that is off the programme, not open yet, closed or called off', async () => {
    const hidden = await announce(5, { listed: false })
    const later = await announce(5, { booking_opens_at: inHours(1) })
    const over = await announce(5, { booking_closes_at: inHours(0) })
    const called = await announce(5)
    await shop.call(ENDPOINTS.deletePerformance, { params: { id: called } })
    const statuses = await Promise.all(
      [hidden, later, over, called].map(async (id) => guest().post(`/p/harbour/${id}`, ada)),
    )
    expect(statuses.map(({ status }) => status)).toEqual([404, 409, 409, 404])
    for (const id of [hidden, later, over, called]) expect(await reservationsOf(id)).toEqual([])
    expect((await guest().get('/p/nobody-here')).status).toBe(404)
  })

  test('is sent nothing through another site’s form', async () => {
    const id = await announce(5)
    const evil = { origin: 'https://evil.example' }
    expect((await guest().post(`/p/harbour/${id}`, ada, evil)).status).toBe(403)
    const link = await asked(id)
    expect((await guest().post(link, {}, evil)).status).toBe(403)
    expect((await figuresOf(id)).booked).toBe(0)
  })
})

describe('a link of a mail', () => {
  test('is no other kind of link, and no ticket', async () => {
    const id = await announce(5)
    const confirm = await asked(id, { email: 'k@mail.example' })
    const token = confirm.split('/').at(-1) ?? ''
    const me = guest()
    expect((await me.post(`/booking/${token}`, { action: 'cancel' })).status).toBe(410)
    expect((await me.get(`/t/${token}`)).status).toBe(404)
    await me.post(confirm, {})
    const ticket = (await linkIn('k@mail.example', 't')).split('/').at(-1) ?? ''
    const manage = (await linkIn('k@mail.example', 'booking')).split('/').at(-1) ?? ''
    for (const other of [ticket, manage]) {
      expect((await me.post(`/confirm/${other}`, {})).status).toBe(410)
    }
    expect((await me.get(`/booking/${ticket}`)).status).toBe(410)
    const { rows } = await sql`select row_to_json(l)::text from reservation_link l union all
      select row_to_json(m)::text from mail m`.execute(server.deps.db)
    for (const secret of [token, ticket, manage]) {
      expect(JSON.stringify(rows)).not.toContain(secret)
    }
  })

  test('confirms once, however many press at the same moment', async () => {
    const id = await announce(20)
    const link = await asked(id)
    const answers = await Promise.all(Array.from({ length: 8 }, async () => guest().post(link, {})))
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
    expect(statuses).toEqual([303, ...Array.from({ length: 7 }, () => 410)])
    expect((await figuresOf(id)).booked).toBe(2)
  })

  test('opened any number of times confirms and changes nothing', async () => {
    const id = await announce(5)
    const link = await asked(id)
    const everything = () =>
      sql`select (select json_agg(r) from reservation r) as r,
        (select json_agg(l) from reservation_link l) as l, (select count(*) from mail) as m,
        (select count(*) from audit) as a`.execute(server.deps.db)
    const { rows: before } = await everything()
    for (const path of ['/p/harbour', `/p/harbour/${id}`, link, `${link}?lang=de`]) {
      expect((await guest().get(path)).status).toBe(200)
    }
    expect((await everything()).rows).toEqual(before)
  })

  test('is over after 48 hours, and when the performance begins', async () => {
    const soon = await asked(await announce(5, { starts_at: inHours(1) }))
    const long = await asked(await announce(5, { starts_at: inHours(100) }))
    server.pass(HOUR)
    expect((await guest().post(soon, {})).status).toBe(410)
    server.pass(47 * HOUR)
    expect((await guest().post(long, {})).status).toBe(410)
  })
})

describe('seats', () => {
  test('64 confirmations at once on two nodes never exceed the last 10', async () => {
    const id = await announce(12, { title: 'Last seats' })
    const booked = { performance_id: id, name: 'First', party_size: 2 }
    await shop.call(ENDPOINTS.createReservation, { body: booked })
    const links: string[] = []
    for (let n = 0; n < 64; n += 1) {
      links.push(await asked(id, { party_size: String((n % 3) + 1) }))
    }
    const other = server.sibling().app
    const press = async (link: string, n: number): Promise<Response> => {
      const answer = await guest(n % 2 === 0 ? server.app : other).post(link, {})
      // A database that is asked too much at once says so; the guest presses again.
      return answer.status === 503 ? press(link, n + 1) : answer
    }
    const answers = await Promise.all(links.map(press))
    const statuses = new Set(answers.map(({ status }) => status))
    expect(statuses).toEqual(new Set([303, 409]))
    const { booked: people, confirmed } = await figuresOf(id)
    expect(people).toBe(12)
    expect(confirmed.reservations).toBe(1 + answers.filter(({ status }) => status === 303).length)
  }, 60_000)

  test('refused kindly; the link stays good and works once somebody cancels', async () => {
    const id = await announce(2)
    const link = await asked(id)
    const body = { performance_id: id, name: 'Faster', party_size: 1 }
    const { reservation } = (await shop.call(ENDPOINTS.createReservation, { body })).body
    const refused = await guest().post(link, {})
    expect(refused.status).toBe(409)
    const page = await refused.text()
    expect(page).toContain('Seats left: 1')
    expect(page).toContain('Book for fewer people or another evening</a>')
    await shop.call(ENDPOINTS.deleteReservation, { params: { id: reservation.id } })
    expect((await guest().post(link, {})).status).toBe(303)
  })
})

describe('a change by the guest', () => {
  test('that no longer fits says how many would, and leaves the booking as it was', async () => {
    const id = await announce(5)
    const email = 'grows@mail.example'
    await guest().post(await asked(id, { email }), {})
    await guest().post(await asked(id, { party_size: '2' }), {})
    const manage = await linkIn(email, 'booking')
    const page = await guest().post(manage, { party_size: '4' })
    expect(page.status).toBe(409)
    const text = await page.text()
    expect(text).toContain('There is room for 3 of you at the most')
    expect(text).not.toContain('while your mail was waiting')
    expect(text).toContain(`action="${manage}"`)
    expect((await figuresOf(id)).booked).toBe(4)
    expect((await guest().post(manage, { party_size: '3' })).status).toBe(200)
    expect((await figuresOf(id)).booked).toBe(5)
  })
})

describe('throttles', () => {
  test('20 bookings an hour from one address, on all nodes together', async () => {
    const id = await announce(100)
    const one = guest()
    const path = `/p/harbour/${id}`
    for (let n = 0; n < 20; n += 1) {
      expect((await one.post(path, { ...ada, email: `t${n}@mail.example` })).status).toBe(200)
    }
    const over = await one.post(path, ada)
    expect(over.status).toBe(429)
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(3500)
    expect(await over.text()).toContain('A little slower')
    expect((await guest().post(path, ada)).status).toBe(200)
    server.pass(HOUR)
    expect((await one.post(path, { ...ada, email: 't99@mail.example' })).status).toBe(200)
  })

  test('60 confirmations, good or bad', async () => {
    const one = guest()
    for (let n = 0; n < 60; n += 1)
      expect((await one.post('/confirm/nothing', {})).status).toBe(410)
    const over = await one.json('/api/v1/public/confirmations', { token: 'nothing' })
    expect(over.status).toBe(429)
    expect(over.headers.get('retry-after')).toMatch(/^\d+$/)
  })

  test('an address has five mails an hour; the answer is the same for the sixth and for strangers', async () => {
    const id = await announce(100)
    const email = 'flooded@mail.example'
    const pages: string[] = []
    for (let n = 0; n < 7; n += 1) {
      const answer = await guest().post(`/p/harbour/${id}`, { ...ada, email })
      expect(answer.status).toBe(200)
      pages.push(await answer.text())
    }
    expect(new Set(pages).size).toBe(1)
    expect((await mails()).filter(({ to }) => to === email)).toHaveLength(5)
  })
})

describe('the same for programs', () => {
  test('programme, booking, confirmation, change, cancellation', async () => {
    const performance_id = await announce(4, { title: 'By JSON' })
    const me = guest()
    const programme = await (await me.get('/api/v1/public/programmes/harbour')).json()
    expect(programme).toMatchObject({ merchant: { name: 'Harbour' } })
    const email = 'json@mail.example'
    const wanted = { performance_id, name: 'Jo', email, party_size: 2 }
    const booked = await me.json('/api/v1/public/programmes/harbour/reservations', wanted)
    expect(await booked.json()).toEqual({ status: 'check_mail' })
    const token = (await linkIn(email, 'confirm')).split('/').at(-1)
    const confirmed = await me.json('/api/v1/public/confirmations', { token })
    expect(await confirmed.json()).toMatchObject({
      reservation: { title: 'By JSON', status: 'confirmed', party_size: 2 },
      ticket_url: expect.stringMatching(/^https:\/\/counterfoil\.example\/t\/v1\./),
    })
    expect((await me.json('/api/v1/public/confirmations', { token })).status).toBe(404)
    const manage = (await linkIn(email, 'booking')).split('/').at(-1)
    const more = await me.json('/api/v1/public/changes', { token: manage, party_size: 5 })
    expect(await more.json()).toMatchObject({ code: 'CONFLICT', seats_left: 4 })
    const gone = await me.json('/api/v1/public/cancellations', { token: manage })
    expect(await gone.json()).toMatchObject({ reservation: { status: 'cancelled' } })
    const foreign = { ...wanted, performance_id }
    const there = await me.json('/api/v1/public/programmes/rival/reservations', foreign)
    expect(there.status).toBe(404)
  })
})
