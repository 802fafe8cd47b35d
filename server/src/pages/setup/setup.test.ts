import { HOUR } from '@counterfoil/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../../merchants/testing'
import { setupLink } from './setup-link'

let server: TestServer
let token: string
beforeEach(async () => {
  server = await openTestServer()
  token = new URL(setupLink(server.deps)).searchParams.get('token') ?? ''
})
afterEach(() => server.close())

const FIELDS = {
  name: 'Ann',
  email: 'Ann@Shop.example',
  password: 'a sentence is fine',
  merchant: 'Ann’s <b>Shop</b>',
  currency: 'eur',
  store: 'Main street',
  store_code: 'main-1',
  time_zone: 'Europe/Paris',
}

const open = (given = token) => server.app.request(`/setup?token=${encodeURIComponent(given)}`)

function post(fields: Record<string, string>, headers: Record<string, string> = {}) {
  return server.app.request('/setup', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ token, ...fields }).toString(),
  })
}

describe('the set-up link', () => {
  test('makes the first admin, merchant and store, signs in, and works once', async () => {
    const page = await open()
    expect(page.status).toBe(200)
    // Else a browser sends the form with `Origin: null`, which is refused as another site's.
    expect(page.headers.get('referrer-policy')).toBe('same-origin')
    const answer = await post(FIELDS)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/console/')
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const me = await server.request('GET', '/api/v1/auth/me', { headers: { cookie } })
    expect(me.body).toMatchObject({
      user: {
        email: 'ann@shop.example',
        platform_admin: true,
        memberships: [{ merchant_name: FIELDS.merchant, role: 'owner' }],
      },
    })
    const stores = await server.request('GET', '/api/v1/merchant/stores', { headers: { cookie } })
    expect(stores.body).toMatchObject({ items: [{ code: 'MAIN-1', time_zone: 'Europe/Paris' }] })
    expect((await post({ ...FIELDS, email: 'eve@shop.example' })).status).toBe(410)
    expect((await open()).status).toBe(410)
  })

  test('used twice at the same moment makes one account', async () => {
    const answers = await Promise.all([
      post(FIELDS),
      post({ ...FIELDS, email: 'eve@shop.example' }),
    ])
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 410]))
  })

  test('is dead after 24 hours, and when a character of it is changed', async () => {
    expect((await open(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).status).toBe(410)
    expect((await open('')).status).toBe(410)
    expect((await open(`zzzzzzzzz${token.slice(token.indexOf('.'))}`)).status).toBe(410)
    server.pass(24 * HOUR)
    expect((await open()).status).toBe(410)
  })

  test('says what is wrong beside the field, keeps what was typed but the password', async () => {
    const answer = await post({ ...FIELDS, password: 'too short', store_code: '!' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Choose a password of at least 12 characters.')
    expect(page).toContain('Use letters, digits and hyphens only')
    expect(page).toContain('Ann’s &lt;b&gt;Shop&lt;/b&gt;')
    expect(page).not.toContain('too short')
    const { rows } = await server.deps.db
      .selectFrom('account')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    expect(rows).toBe(0)
  })

  test('speaks the language that the browser prefers', async () => {
    const page = await server.app.request(`/setup?token=${encodeURIComponent(token)}`, {
      headers: { 'accept-language': 'en;q=0.4, lb, fr;q=0' },
    })
    const text = await page.text()
    expect(text).toContain('<html lang="lb">')
    expect(text).toContain('Dëse Server ariichten')
  })

  test('is refused to a form of another site', async () => {
    expect((await post(FIELDS, { origin: 'https://evil.example' })).status).toBe(403)
  })
})
