/** Wire contract, sections 1, 9 and 10: problems, conventions, and the routes scripts rely on. */
import { statusAndCode, type Answer, type Problem } from '../harness/answer'
import { ConsoleClient } from '../harness/console-client'
import { ProductServer } from '../harness/server'
import { expect, must, test, unique, type Shop, type Thing } from './world'

test('every error is a problem document with a code, a request id and a page of its type', async ({
  server,
  harbour,
}) => {
  const nobody = new ConsoleClient(server.origin)
  const answers = [
    await nobody.get('/nowhere'),
    await nobody.get('/merchant/stores'),
    await nobody.post('/auth/login', { email: 'a@b.example' }),
    await nobody.call('POST', '/auth/login', { headers: { 'content-type': 'application/json' } }),
    await nobody.call('PUT', '/auth/login', { body: {} }),
    await harbour.owner.get('/merchant/devices/not-an-id'),
    await harbour.owner.get('/merchant/devices/01931f6e-7c00-7000-8000-00000000dead'),
    await harbour.owner.get('/merchant/devices?limit=-1'),
    await harbour.owner.get('/merchant/devices?limit=1000000'),
    await harbour.owner.get('/merchant/devices?cursor=tampered'),
    await harbour.owner.get('/merchant/devices?nonsense=1'),
  ]
  for (const { status, headers, body, text } of answers) {
    const problem = body as Problem
    expect(status, text).toBeGreaterThanOrEqual(400)
    expect(status, text).toBeLessThan(500)
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(problem).toMatchObject({ status, type: `/problems/${problem.code}` })
    expect(problem.code).toMatch(/^[A-Z][A-Z_]+$/)
    expect(problem.title).toBeTruthy()
    expect(problem.request_id).toBeTruthy()
    expect(text).not.toMatch(/\bat .+\.(ts|js):\d+|select .+ from|node_modules/i)
    const page = await fetch(server.origin + problem.type)
    expect(page.status, problem.type).toBe(200)
  }
  expect(
    statusAndCode(answers[9] ?? { status: 0, headers: new Headers(), body: 0, text: '' }),
  ).toBe('400 CURSOR_INVALID')
})

test('wrong passwords and unknown accounts are told the same, and ten tries are enough', async () => {
  // Its own server: tries count by address too, and all specs of a worker share one.
  const server = await ProductServer.start()
  try {
    const nobody = new ConsoleClient(server.origin)
    const known = 'owner@harbour.example'
    const plain = ({ body }: Answer): unknown => ({ ...(body as Problem), request_id: '' })
    const wrong = await nobody.login(known, 'wrong password')
    const unknown = await nobody.login(`${unique()}@harbour.example`, 'wrong password')
    expect(statusAndCode(wrong)).toBe('401 CREDENTIALS_INVALID')
    expect(plain(unknown)).toEqual(plain(wrong))

    const guesses = await Promise.all(
      Array.from({ length: 20 }, () => nobody.login(known, 'wrong password')),
    )
    const tested = guesses.filter((answer) => answer.status === 401)
    expect(tested.length).toBeLessThanOrEqual(9)
    const right = await nobody.login(known, server.demoPassword)
    expect(statusAndCode(right)).toBe('429 RATE_LIMITED')
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0)
  } finally {
    await server.close()
  }
})

test('a session is a safe cookie, ends with logout, and tokens are an alternative', async ({
  server,
}) => {
  const client = new ConsoleClient(server.origin)
  const answer = await client.login('owner@harbour.example', server.demoPassword)
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^__Host-/)
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) {
    expect(cookie.toLowerCase()).toContain(part.toLowerCase())
  }
  expect((await client.get('/auth/me')).status).toBe(200)
  expect((await client.post('/auth/logout')).status).toBeLessThan(300)
  expect(statusAndCode(await client.get('/auth/me'))).toBe('401 SIGN_IN_REQUIRED')

  const script = new ConsoleClient(server.origin)
  const token = await script.useToken('owner@harbour.example', server.demoPassword)
  expect(must(token, 200)).toHaveProperty('expires_in')
  expect((await script.get('/merchant/stores')).status).toBe(200)
})

test('writes from a foreign origin, and anything but JSON, are refused', async ({ harbour }) => {
  const body = { name: 'X', personnel_number: unique() }
  const foreign = { origin: 'https://evil.example' }
  const evil = await harbour.owner.call('POST', '/merchant/staff', { body, headers: foreign })
  expect(evil.status).toBe(403)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const posted = await harbour.owner.call('POST', '/merchant/staff', { body, headers: form })
  expect(statusAndCode(posted)).toBe('415 MEDIA_TYPE')
})

test('a repeated write with its key is one write; with another body it is refused', async ({
  harbour,
}) => {
  const headers = { 'idempotency-key': unique() }
  const body = { name: 'Once', personnel_number: unique() }
  const post = (more = {}): ReturnType<ConsoleClient['call']> =>
    harbour.owner.call('POST', '/merchant/staff', { body: { ...body, ...more }, headers })
  const [first, ...rest] = await Promise.all([post(), post(), post()])
  const created = [first, ...rest].filter(({ status }) => status === 201)
  expect(created.length).toBeGreaterThan(0)
  expect(new Set(created.map(({ text }) => text)).size).toBe(1)
  expect((await post()).text).toBe(created[0]?.text)
  expect(statusAndCode(await post({ name: 'Twice' }))).toBe('422 VALIDATION')
  const people = await harbour.owner.all<{ personnel_number: string }>('/merchant/staff')
  const same = people.filter(({ personnel_number }) => personnel_number === body.personnel_number)
  expect(same).toHaveLength(1)
})

test('lists come in pages that miss and repeat nothing', async ({ harbour }) => {
  const program = await harbour.program()
  const batch = { program_id: program.id, count: 25 }
  const made = must(
    await harbour.owner.post<{ items: { card: Thing; token: string }[] }>(
      '/merchant/cards/batch',
      batch,
    ),
    201,
  )
  expect(new Set(made.items.map(({ token }) => token)).size).toBe(25)
  const path = `/merchant/cards?program_id=${program.id}`
  const small = (await harbour.owner.all<Thing>(path, 4)).map(({ id }) => id)
  expect(small).toHaveLength(25)
  expect(new Set(small)).toEqual(new Set(made.items.map(({ card }) => card.id)))
})

test('what a script may send is enough: defaults fill the rest', async ({ harbour }) => {
  const body = { name: `Plain ${unique()}`, kind: 'stamps', stamps_required: 8 }
  const answer = await harbour.owner.post<{ program: Record<string, unknown> }>(
    '/merchant/programs',
    body,
  )
  expect(must(answer, 201).program).toMatchObject({
    ...body,
    cooldown_minutes: 15,
    daily_limit: 5,
    pin_required: true,
  })
})

test('collections and items answer under their names, and unknown fields are refused', async ({
  harbour,
}) => {
  const person = await harbour.person()
  const program = await harbour.program()
  const { card } = await harbour.card(program)
  const items: [string, string, string][] = [
    ['stores', 'store', harbour.store.id],
    ['staff', 'staff', person.id],
    ['programs', 'program', program.id],
    ['cards', 'card', card.id],
  ]
  for (const [collection, singular, id] of items) {
    const path = `/merchant/${collection}/${id}`
    const one = must(await harbour.owner.get<Record<string, Thing>>(path), 200)
    expect(one[singular]?.id).toBe(id)
    const list = must(await harbour.owner.get<object>(`/merchant/${collection}?limit=1`), 200)
    expect(Object.keys(list).toSorted((a, b) => a.localeCompare(b))).toEqual(['items', 'next'])
    const extra = await harbour.owner.patch(path, { merchant_id: id })
    expect([400, 422]).toContain(extra.status)
  }
})

test('ledger, operations and reviews carry what the contract names', async ({ harbour }) => {
  const { card, token } = await harbour.card(await harbour.program())
  const tablet = await harbour.tablet()
  const signOn = await tablet.signOn((await harbour.person()).id, '730528')
  const stamp = tablet.op('loyalty.stamp', { card_token: token }, { sign_on: signOn.id })
  const soon = tablet.op('loyalty.stamp', { card_token: token })
  must(await tablet.push([signOn, stamp, soon]), 200)

  const [entry] = await harbour.owner.all<object>(
    `/merchant/ledger?card_id=${card.id}&status=accepted`,
  )
  for (const key of [
    'n',
    'id',
    'op_id',
    'kind',
    'status',
    'occurred_at',
    'recorded_at',
    'prev_hash',
    'hash',
  ]) {
    expect(entry).toHaveProperty(key)
  }
  const operation = await harbour.owner.get<{ operation: object }>(
    `/merchant/operations/${signOn.id}`,
  )
  for (const key of [
    'id',
    'device_id',
    'seq',
    'kind',
    'at',
    'occurred_at',
    'received_at',
    'shown',
    'verdict',
    'data',
  ]) {
    expect(must(operation, 200).operation).toHaveProperty(key)
  }
  expect(operation.text).not.toContain('sealed_pin')
  expect(operation.text).not.toContain(String(signOn.data['sealed_pin']))
  const reviews = await harbour.owner.all<{ op_id: string }>('/merchant/reviews')
  const review = reviews.find(({ op_id }) => op_id === soon.id)
  for (const key of ['id', 'op_id', 'reason', 'status', 'opened_at']) {
    expect(review).toHaveProperty(key)
  }
  expect(await ledgerHas(harbour, 'kind=op.void', stamp.id)).toBe(false)
  expect(await ledgerHas(harbour, `device_id=${tablet.identity.device.id}`, stamp.id)).toBe(true)
  const future = new Date(Date.now() + 60_000).toISOString()
  expect(await ledgerHas(harbour, `from=${future}`, stamp.id)).toBe(false)
})

async function ledgerHas({ owner }: Shop, query: string, opId: string): Promise<boolean> {
  const entries = await owner.all<{ op_id: string | null }>(`/merchant/ledger?${query}`)
  return entries.some(({ op_id }) => op_id === opId)
}

test('deleting what the ledger names only deactivates it', async ({ harbour }) => {
  const program = await harbour.program()
  const { token } = await harbour.card(program)
  const tablet = await harbour.tablet()
  must(await tablet.push([tablet.op('loyalty.stamp', { card_token: token })]), 200)
  expect((await harbour.owner.delete(`/merchant/programs/${program.id}`)).status).toBeLessThan(300)
  const path = `/merchant/programs/${program.id}`
  const after = must(await harbour.owner.get<{ program: { active: boolean } }>(path), 200)
  expect(after.program.active).toBe(false)
})

test('health, readiness, metrics and safe headers', async ({ server }) => {
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200)
  expect([401, 403, 404]).toContain((await fetch(`${server.origin}/metrics`)).status)
  for (const path of ['/kiosk/', '/console/']) {
    const { status, headers } = await fetch(server.origin + path)
    expect(status, path).toBe(200)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('the demo sheet is there and nothing secret is in the server log', async ({
  server,
  harbour,
}) => {
  const sheet = await fetch(`${server.origin}/demo/sheet`)
  expect(sheet.status).toBe(200)
  const { pairing } = await harbour.pairing()
  const { token } = await harbour.card(await harbour.program())
  expect(server.output).not.toContain(pairing.auth_token)
  expect(server.output).not.toContain(token)
  expect(server.output).not.toMatch(/at .+\.ts:\d+/)
})
