import { HOUR, MINUTE } from '@counterfoil/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../merchants/testing'
import { insertAccount, insertMembership } from './accounts.repository'
import { hashPassword } from './passwords'
import { settleSignIn, signInKeys } from './sign-in-limit'

const PASSWORD = 'correct horse battery staple'

let server: TestServer
let merchantId: string
beforeAll(async () => {
  server = await openTestServer()
  merchantId = (await server.shop('Harbour')).merchant_id
})
afterAll(() => server.close())

let counter = 0

/** A new account with the password above. */
async function account(): Promise<{ id: string; email: string }> {
  const { deps } = server
  counter += 1
  const email = `person${counter}@people.example`
  const account_id = deps.newId()
  const password_hash = await hashPassword(deps.hashing, PASSWORD)
  await deps.db.transaction().execute(async (trx) => {
    const row = { account_id, email, name: 'Someone', password_hash, now: deps.now() }
    await insertAccount(trx, row)
    await insertMembership(trx, merchantId, account_id, 'owner')
  })
  return { id: account_id, email }
}

const login = (email: string, password: string) =>
  server.request('POST', '/api/v1/auth/login', { body: { email, password } })

const me = (headers: Record<string, string>) =>
  server.request('GET', '/api/v1/auth/me', { headers })

const cookieOf = (headers: Headers): string => headers.get('set-cookie')?.split(';')[0] ?? ''

test('a guess of a password costs 2^12 rounds of bcrypt', async () => {
  const costs: number[] = []
  const hash = async (_: string, cost: number) => `hashed at ${costs.push(cost)}`
  await hashPassword({ ...server.deps.hashing, hash }, PASSWORD)
  expect(costs).toEqual([12])
})

describe('signing in', () => {
  test('answers a cookie that scripts cannot read and that is kept as a hash only', async () => {
    const { email } = await account()
    const answer = await login(email.toUpperCase(), PASSWORD)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-counterfoil=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const cookie = cookieOf(answer.headers)
    expect((await me({ cookie })).body).toEqual(answer.body)
    const sessions = await server.deps.db.selectFrom('session').selectAll().execute()
    expect(JSON.stringify(sessions)).not.toContain(cookie.split('=')[1])
  })

  test('ends with signing out, for good', async () => {
    const { email } = await account()
    const cookie = cookieOf((await login(email, PASSWORD)).headers)
    const out = await server.request('POST', '/api/v1/auth/logout', { headers: { cookie } })
    expect(out.status).toBe(204)
    expect((await me({ cookie })).problem?.code).toBe('SIGN_IN_REQUIRED')
  })

  test('ends after a week without use, and after a month anyway', async () => {
    const { email } = await account()
    const idle = cookieOf((await login(email, PASSWORD)).headers)
    const used = cookieOf((await login(email, PASSWORD)).headers)
    for (let day = 0; day < 29; day += 1) {
      server.pass(24 * HOUR)
      expect((await me({ cookie: used })).status).toBe(200)
    }
    expect((await me({ cookie: idle })).status).toBe(401)
    server.pass(24 * HOUR)
    expect((await me({ cookie: used })).status).toBe(401)
  })

  test('gives scripts a token of fifteen minutes', async () => {
    const { email } = await account()
    const body = { email, password: PASSWORD }
    const answer = await server.request<{ access_token: string; expires_in: number }>(
      'POST',
      '/api/v1/auth/token',
      { body },
    )
    expect(answer.body.expires_in).toBe(900)
    const authorization = `Bearer ${answer.body.access_token}`
    server.pass(899_000)
    expect((await me({ authorization })).status).toBe(200)
    server.pass(1000)
    expect((await me({ authorization })).problem?.code).toBe('TOKEN_INVALID')
  })

  test('says the same of an unknown account, a wrong password and an inactive account', async () => {
    const gone = await account()
    await server.deps.db
      .updateTable('account')
      .set({ active: false })
      .where('account_id', '=', gone.id)
      .execute()
    const answers = [
      await login((await account()).email, 'wrong'),
      await login('nobody@people.example', 'wrong'),
      await login(gone.email, PASSWORD),
    ]
    const told = answers.map(({ problem }) => Object.assign({}, problem, { request_id: '' }))
    expect(told[0]).toMatchObject({ status: 401, code: 'CREDENTIALS_INVALID' })
    expect(told[1]).toEqual(told[0])
    expect(told[2]).toEqual(told[0])
  })

  test('an account that is made inactive is out at once', async () => {
    const { id, email } = await account()
    const cookie = cookieOf((await login(email, PASSWORD)).headers)
    const set = server.deps.db.updateTable('account').set({ active: false })
    await set.where('account_id', '=', id).execute()
    expect((await me({ cookie })).problem?.code).toBe('SIGN_IN_REQUIRED')
  })

  test('is on the merchant’s record, refused or not', async () => {
    const { id, email } = await account()
    await login(email, 'wrong')
    await login(email, PASSWORD)
    const rows = await server.deps.db
      .selectFrom('audit')
      .select(['action', 'ip'])
      .where('merchant_id', '=', merchantId)
      .where('account_id', '=', id)
      .orderBy('id')
      .execute()
    expect(rows.map(({ action }) => action)).toEqual(['session.refused', 'session.start'])
  })
})

/** Wrong sign-ins as they are counted, without the work of hashing. */
async function failed(email: string, times: number): Promise<void> {
  const { crypto, db, now } = server.deps
  for (let attempt = 0; attempt < times; attempt += 1) {
    const keys = signInKeys(crypto, email, '0.0.0.0')
    await db.transaction().execute((trx) => settleSignIn(trx, keys, now(), false))
  }
}

describe('wrong sign-ins', () => {
  test('fourteen at once learn no more than ten', async () => {
    const { email } = await account()
    const answers = await Promise.all(Array.from({ length: 14 }, () => login(email, 'wrong')))
    const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length
    expect([count(401), count(429)]).toEqual([10, 4])
  })

  test('after ten even the right password is refused, until the oldest is 15 minutes old', async () => {
    const { email } = await account()
    await failed(email, 10)
    server.pass(5 * MINUTE)
    const refused = await login(email, PASSWORD)
    expect(refused.problem).toMatchObject({ status: 429, code: 'RATE_LIMITED' })
    expect(refused.headers.get('retry-after')).toBe('600')
    server.pass(10 * MINUTE)
    expect((await login(email, PASSWORD)).status).toBe(200)
  })

  test('a right one starts the count anew', async () => {
    const { email } = await account()
    await failed(email, 9)
    expect((await login(email, PASSWORD)).status).toBe(200)
    expect((await login(email, 'wrong')).status).toBe(401)
    expect((await login(email, PASSWORD)).status).toBe(200)
  })

  test('lock nobody else out', async () => {
    const locked = await account()
    await failed(locked.email, 10)
    expect((await login(locked.email, 'wrong')).status).toBe(429)
    expect((await login((await account()).email, PASSWORD)).status).toBe(200)
  })

  test('of many accounts add up for the address', async () => {
    server.pass(15 * MINUTE)
    const { email } = await account()
    for (let other = 0; other < 100; other += 1) await failed(`x${other}@x.example`, 1)
    expect((await login(email, PASSWORD)).status).toBe(429)
    server.pass(15 * MINUTE)
    expect((await login(email, PASSWORD)).status).toBe(200)
  })
})
