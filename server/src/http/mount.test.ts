import { ENDPOINTS } from '@counterfoil/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer, type TestShop } from '../merchants/testing'

let server: TestServer
let shop: TestShop
let rival: TestShop
beforeAll(async () => {
  server = await openTestServer()
  shop = await server.shop('Harbour')
  rival = await server.shop('Rival')
})
afterAll(() => server.close())

const person = { name: 'Zoe', personnel_number: '7' }

describe('what is sent', () => {
  test.each([
    ['a wrong type', { ...person, name: 7 }, '/name'],
    ['a missing member', { name: 'Zoe' }, '/personnel_number'],
    ['a member nobody knows', { ...person, role: 'owner' }, '/role'],
    ['a name from JSON’s underworld', JSON.parse('{"__proto__":{"a":1}}'), '/__proto__'],
    ['a list', [], ''],
  ])('%s is 400 BODY_MALFORMED and points at it', async (_, body, pointer) => {
    const { problem } = await shop.call(ENDPOINTS.createStaff, { body })
    expect(problem).toMatchObject({ status: 400, code: 'BODY_MALFORMED' })
    expect(problem?.errors?.map((error) => error.pointer)).toContain(pointer)
  })

  test('a value that is not allowed is 422 VALIDATION and points at it', async () => {
    const { problem } = await shop.call(ENDPOINTS.createStaff, { body: { ...person, pin: '12' } })
    expect(problem).toMatchObject({ status: 422, code: 'VALIDATION' })
    expect(problem?.errors?.map((error) => error.pointer)).toEqual(['/pin'])
  })

  test('what is wrong has a code that stays, for programs to put into words', async () => {
    const errorsOf = async (body: unknown) =>
      (await shop.call(ENDPOINTS.createStaff, { body })).problem?.errors?.map(
        ({ pointer, code, limit }) => [pointer, code, limit],
      )
    expect(await errorsOf({ ...person, name: ' ' })).toEqual([['/name', 'REQUIRED', undefined]])
    expect(await errorsOf({ ...person, name: 'x'.repeat(121) })).toEqual([
      ['/name', 'TOO_LONG', 120],
    ])
    expect(await errorsOf({ ...person, name: 'An\u202ena' })).toEqual([
      ['/name', 'CHARACTERS', undefined],
    ])
    expect(await errorsOf({ ...person, pin: '1' })).toEqual([['/pin', 'FORMAT', undefined]])
    expect(await errorsOf({ ...person, pin: '111111' })).toEqual([['/pin', 'WEAK_PIN', undefined]])
    expect(await errorsOf({ ...person, role: 1 })).toEqual([['/role', 'UNKNOWN_FIELD', undefined]])
  })

  test.each(['\0', '\ud800'])(
    'text that cannot be kept (%j) is refused everywhere',
    async (bad) => {
      const refused = { status: 422, code: 'VALIDATION' }
      const claim = { app_version: '1', platform: `a${bad}b` }
      const claimed = await server.request('POST', ENDPOINTS.claim.path, { body: claim })
      expect(claimed.problem).toMatchObject({ ...refused, errors: [{ pointer: '/platform' }] })
      const login = { email: 'a@b.example', password: `a${bad}b` }
      const signed = await server.request('POST', ENDPOINTS.login.path, { body: login })
      expect(signed.problem).toMatchObject({ ...refused, errors: [{ pointer: '/password' }] })
    },
  )

  test('a search with a NUL in it is refused, not failed at', async () => {
    const { problem } = await shop.call(ENDPOINTS.listCards, { query: { search: 'a\0b' } })
    expect(problem).toMatchObject({ status: 422, errors: [{ code: 'CHARACTERS' }] })
  })

  test.each([{ limit: '-1' }, { limit: '1000000' }, { limit: 'x' }, { foo: '1' }])(
    'the query %o is 422',
    async (query) => {
      const { problem } = await shop.call(ENDPOINTS.listStaff, { query })
      expect(problem).toMatchObject({ status: 422, code: 'VALIDATION' })
    },
  )

  test('a cursor that is not ours is 400', async () => {
    for (const cursor of ['x', 'a'.repeat(600)]) {
      const { problem } = await shop.call(ENDPOINTS.listStaff, { query: { cursor } })
      expect(problem).toMatchObject({ status: 400, code: 'CURSOR_INVALID' })
    }
  })

  test('an id that is none names nothing', async () => {
    const { problem } = await shop.call(ENDPOINTS.getStaff, { params: { id: "1' or 1=1" } })
    expect(problem).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  test('a path that is not there is a problem document too', async () => {
    const { problem, headers } = await server.request('GET', '/api/v1/nope')
    expect(problem).toMatchObject({ status: 404, code: 'NOT_FOUND', type: '/problems/NOT_FOUND' })
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('x-request-id')).toBe(problem?.request_id)
  })
})

describe('who may call', () => {
  test.each([
    ['viewer', 200, 403],
    ['manager', 200, 403],
    ['owner', 200, 201],
  ] as const)('a %s reads %i and adds people %i', async (role, read, write) => {
    const body = { name: 'Someone', personnel_number: role }
    expect((await shop.as(role, ENDPOINTS.listStaff)).status).toBe(read)
    expect((await shop.as(role, ENDPOINTS.createStaff, { body })).status).toBe(write)
  })

  test('signed out is 401 on each of them', async () => {
    for (const path of ['merchant/staff', 'store/sync/pull', 'admin/merchants', 'auth/me']) {
      const { problem } = await server.request('GET', `/api/v1/${path}`)
      expect(problem).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' })
    }
  })

  test('the twin for platform admins is for them alone, and acts for the merchant', async () => {
    const path = `/api/v1/admin/merchants/${shop.merchant_id}/stores`
    const authorization = await server.adminBearer()
    const admin = await server.request<{ items: { code: string }[] }>('GET', path, {
      headers: { authorization },
    })
    expect(admin.body.items.map(({ code }) => code)).toEqual([shop.store.code])
    const owner = await shop.as('owner', { ...ENDPOINTS.listStores, path })
    expect(owner.problem).toMatchObject({ status: 403, code: 'FORBIDDEN' })
    const nobody = path.replace(shop.merchant_id, server.deps.newId())
    const missing = await server.request('GET', nobody, { headers: { authorization } })
    expect(missing.problem).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  test('another merchant cannot be named, nor its store', async () => {
    const merchant = { 'counterfoil-merchant': rival.merchant_id }
    const named = await shop.call(ENDPOINTS.listStaff, { headers: merchant })
    expect(named.problem).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    const store = { 'counterfoil-store': rival.store.code }
    const pulled = await shop.call(ENDPOINTS.pull, { headers: store })
    expect(pulled.problem).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  test('a user must name the store on its routes', async () => {
    const { problem } = await shop.call(ENDPOINTS.pull)
    expect(problem).toMatchObject({ status: 422, code: 'VALIDATION' })
    const headers = { 'counterfoil-store': shop.store.code }
    expect((await shop.call(ENDPOINTS.pull, { headers })).status).toBe(200)
  })

  test.each(['Basic eDp5', 'Bearer x', 'Bearer a.b.c', `Bearer ${'x'.repeat(5000)}`])(
    'the authorization %s is no token of ours',
    async (authorization) => {
      const options = { headers: { authorization } }
      const { problem } = await server.request('GET', '/api/v1/merchant/staff', options)
      expect(problem).toMatchObject({ status: 401, code: 'TOKEN_INVALID' })
    },
  )

  test('what another site’s page sends is refused before anything else', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const { problem } = await server.request('POST', '/api/v1/auth/login', { headers })
      expect(problem).toMatchObject({ status: 403, code: 'FORBIDDEN' })
    }
    const ours = { origin: 'https://counterfoil.example' }
    const { problem } = await server.request('POST', '/api/v1/auth/login', { headers: ours })
    expect(problem?.code).toBe('BODY_MALFORMED')
  })

  test('1,200 calls a minute are a user’s share', async () => {
    const busy = await server.shop('Busy')
    const statuses: number[] = []
    for (let call = 0; call < 1201; call += 1) {
      statuses.push((await busy.as('viewer', ENDPOINTS.me)).status)
    }
    expect(statuses.indexOf(429)).toBe(1200)
    const last = await busy.as('viewer', ENDPOINTS.me)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await busy.as('owner', ENDPOINTS.me)).status).toBe(200)
  })
})
