/**
 * Wire contract, section 2: every route of the running server's own OpenAPI document, asked by every
 * kind of caller. Nothing here names a route: a new one is tested the moment it is published.
 */
import { statusAndCode, type Answer } from '../harness/answer'
import { ConsoleClient } from '../harness/console-client'
import { routesOf, sampleOf, type OpenApi, type Route } from '../harness/openapi'
import type { ProductServer } from '../harness/server'
import { expect, must, PIN, test as base, unique, type Shop, type Thing } from './world'

const API = '/api/v1'
const ADMIN_PREFIX = `${API}/admin/merchants/{merchant_id}`

/** Who asks, and how. */
type Ask = (method: string, path: string, body: unknown) => Promise<Answer>

interface Scene {
  readonly server: ProductServer
  readonly document: OpenApi
  readonly routes: readonly Route[]
  /** Path and body fields to the ids of things that merchant A owns. */
  readonly ids: Readonly<Record<string, string>>
  readonly harbour: Shop
  readonly viewer: ConsoleClient
  readonly admin: ConsoleClient
}

async function signIn(server: ProductServer, email: string): Promise<ConsoleClient> {
  const client = new ConsoleClient(server.origin)
  must(await client.login(email, server.demoPassword), 200)
  return client
}

/** A performance with a ticket, and with that a key that signs. */
async function openDoor({ owner }: Shop): Promise<void> {
  const announced = { title: 'Scene', starts_at: new Date().toISOString(), capacity: 10 }
  const made = await owner.post<{ performance: Thing }>('/merchant/performances', announced)
  const performance_id = must(made, 201).performance.id
  const ticket = { performance_id, name: 'Ada', party_size: 1 }
  must(await owner.post('/merchant/tickets', ticket), 201)
}

/** One thing of merchant A for every collection that has things. */
async function idsOf(harbour: Shop, document: OpenApi): Promise<Record<string, string>> {
  const program = await harbour.program({ cooldown_minutes: 15 })
  const { card, token } = await harbour.card(program)
  const staff = await harbour.person()
  const tablet = await harbour.tablet()
  const twice = [1, 2].map(() => tablet.op('loyalty.stamp', { card_token: token }))
  must(await tablet.push(twice), 200)
  await openDoor(harbour)
  const first = async (path: string, key: string): Promise<string> => {
    const [item] = await harbour.owner.all<Record<string, unknown>>(path)
    if (item === undefined) throw new Error(`${path} is empty, so nothing can be asked for`)
    return String(item[key])
  }
  const known: Record<string, string> = {
    stores: harbour.store.id,
    staff: staff.id,
    programs: program.id,
    cards: card.id,
    devices: tablet.identity.device.id,
    operations: twice[0]?.id ?? '',
    ledger: await first('/merchant/ledger', 'n'),
    merchants: tablet.identity.merchant.id,
  }
  for (const { path } of routesOf(document)) {
    const collection = /\/merchant\/([a-z-]+)\/\{/.exec(path)?.[1]
    if (collection === undefined || known[collection] !== undefined) continue
    known[collection] = await first(`/merchant/${collection}`, 'id')
  }
  return known
}

const test = base.extend<object, { readonly scene: Scene }>({
  scene: [
    async ({ server, harbour }, use) => {
      const document = must(await harbour.owner.get<OpenApi>('/openapi.json'), 200)
      await use({
        server,
        harbour,
        document,
        routes: routesOf(document),
        ids: await idsOf(harbour, document),
        viewer: await signIn(server, 'viewer@harbour.example'),
        admin: await signIn(server, 'admin@counterfoil.example'),
      })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

/** The path below `/api/v1` with A's ids in it. */
function fillPath({ ids }: Scene, path: string): string {
  return path.slice(API.length).replaceAll(/([a-z-]+)\/\{([a-z_]+)\}/g, (_, collection, name) => {
    const id = ids[String(collection)]
    if (id === undefined) throw new Error(`no ${String(name)} known for ${path}`)
    return `${String(collection)}/${id}`
  })
}

/** A body that only a wrong caller can spoil; ids in it are A's. */
function bodyFor({ document, ids }: Scene, { body }: Route): unknown {
  if (body === undefined) return undefined
  const values: Record<string, unknown> = {
    store_id: ids['stores'],
    program_id: ids['programs'],
    card_id: ids['cards'],
    staff_id: ids['staff'],
    device_id: ids['devices'],
    customer_id: ids['customers'],
    performance_id: ids['performances'],
    starts_at: new Date().toISOString(),
    pin: PIN,
    code: unique(),
    personnel_number: unique(),
    time_zone: 'Europe/Luxembourg',
    jobs: ['loyalty'],
    count: 1,
    email: 'nobody@harbour.example',
    sent_at: new Date().toISOString(),
    ops: [],
    action: 'dismiss',
  }
  return sampleOf(body, document, (name) => values[name])
}

/** The same for routes of the prefix, each as `METHOD path: status CODE` where it is not expected. */
async function faults(
  scene: Scene,
  ask: Ask,
  chosen: (route: Route) => boolean,
  expected: (route: Route) => RegExp,
): Promise<string[]> {
  const routes = scene.routes.filter(chosen)
  if (routes.length === 0) throw new Error('the document has no such route')
  const found: string[] = []
  for (const route of routes) {
    const answer = await ask(route.method, fillPath(scene, route.path), bodyFor(scene, route))
    const got = statusAndCode(answer)
    if (!expected(route).test(got)) found.push(`${route.method} ${route.path}: ${got}`)
  }
  return found
}

const below =
  (...prefixes: readonly string[]) =>
  ({ path }: Route): boolean =>
    prefixes.some((prefix) => path.startsWith(API + prefix))

const by =
  (client: ConsoleClient, headers: Readonly<Record<string, string>> = {}): Ask =>
  async (method, path, body) => {
    // A stream never ends; its headers are the answer.
    if (path.endsWith('/live')) return client.peek(path, headers)
    return client.call(method, path, { ...(body === undefined ? {} : { body }), headers })
  }

const isLive = ({ path }: Route): boolean => path.endsWith('/live')
const isRead = ({ method }: Route): boolean => method === 'GET'
const PRIVATE = ['/store/', '/merchant/', '/admin/', '/device/']

test('the document is OpenAPI 3.1 and names every family of routes', ({ scene }) => {
  expect(scene.document.openapi).toMatch(/^3\.1/)
  for (const prefix of ['/public/', '/auth/', '/store/', '/merchant/', '/admin/', '/device/']) {
    expect(scene.routes.filter(below(prefix)).length, prefix).toBeGreaterThan(0)
  }
})

test('every reference of the document leads to a schema that says something', ({ scene }) => {
  const { components } = scene.document
  const schemas = components?.schemas ?? {}
  const names = [
    ...JSON.stringify(scene.document).matchAll(/"#\/components\/schemas\/([^"/]+)"/g),
  ].flatMap((match) => match[1] ?? [])
  expect(names.length).toBeGreaterThan(0)
  const missing = names.filter((name) => schemas[name] === undefined)
  const hollow = Object.keys(schemas).filter((name) => schemas[name]?.$ref !== undefined)
  expect([...missing, ...hollow]).toEqual([])
})

test('every merchant route exists on behalf as well', ({ scene }) => {
  const has = new Set(scene.routes.map(({ method, path }) => `${method} ${path}`))
  const missing = scene.routes
    .filter(below('/merchant/'))
    .map(({ method, path }) => `${method} ${path.replace(`${API}/merchant`, ADMIN_PREFIX)}`)
    .filter((route) => !has.has(route))
  expect(missing).toEqual([])
})

test('nobody: public and sign-in routes answer, everything else is 401', async ({ scene }) => {
  const nobody = by(new ConsoleClient(scene.server.origin))
  expect(await faults(scene, nobody, below(...PRIVATE), () => /^401 /)).toEqual([])
  const open = await faults(scene, nobody, below('/public/'), () => /^(?!401|403|5)/)
  expect(open).toEqual([])
})

test('a made-up cookie or bearer is nobody', async ({ scene }) => {
  const nobody = new ConsoleClient(scene.server.origin)
  for (const headers of [
    { cookie: '__Host-session=AAAA; session=AAAA' },
    { authorization: 'Bearer AAAA.BBBB.CCCC' },
  ]) {
    expect(await faults(scene, by(nobody, headers), below(...PRIVATE), () => /^401 /)).toEqual([])
  }
})

test('a tablet of A: its own routes and nothing of the console', async ({ scene, harbour }) => {
  const tablet = await harbour.tablet()
  const device: Ask = (method, path, body) =>
    tablet.request(method, path, body === undefined ? {} : { body })
  const refused = await faults(
    scene,
    device,
    below('/merchant/', '/admin/'),
    () => /^403 FORBIDDEN/,
  )
  expect(refused).toEqual([])
  const own = ({ path }: Route): boolean =>
    path.startsWith(`${API}/store/`) && !path.endsWith('/live')
  expect(await faults(scene, device, own, () => /^200$/)).toEqual([])
})

test("the owner of B, with A's ids: not found, never forbidden, and nothing changed", async ({
  scene,
  rival,
  harbour,
}) => {
  const hasId = ({ path }: Route): boolean =>
    path.startsWith(`${API}/merchant/`) && path.includes('{')
  const before = await snapshot(harbour)
  const ask = by(rival.owner)
  expect(await faults(scene, ask, hasId, () => /^404 NOT_FOUND/)).toEqual([])
  const naming = { 'counterfoil-store': harbour.store.code }
  const store = await faults(
    scene,
    by(rival.owner, naming),
    below('/store/'),
    () => /^404 NOT_FOUND/,
  )
  expect(store).toEqual([])
  expect(await faults(scene, ask, below('/admin/'), () => /^403 FORBIDDEN/)).toEqual([])
  expect(await snapshot(harbour)).toEqual(before)
})

test("the owner of B: lists hold nothing of A, and A's ids in bodies are not found", async ({
  scene,
  rival,
}) => {
  const lists = scene.routes.filter(
    (route) =>
      below('/merchant/')(route) && isRead(route) && !isLive(route) && !route.path.includes('{'),
  )
  for (const { path } of lists) {
    const { status, text } = await rival.owner.get(path.slice(API.length))
    expect(status, path).toBe(200)
    const leaked = Object.entries(scene.ids).filter(
      ([name, id]) => name !== 'ledger' && text.includes(id),
    )
    expect(leaked, path).toEqual([])
  }
  const naming = ({ method, path, body }: Route): boolean =>
    method === 'POST' &&
    path.startsWith(`${API}/merchant/`) &&
    !path.includes('{') &&
    JSON.stringify(bodyFor(scene, { method, path, body }) ?? {}).includes('_id"')
  expect(
    await faults(scene, by(rival.owner), naming, () => /^(404 NOT_FOUND|422 VALIDATION)/),
  ).toEqual([])
})

test("filters by A's ids show B nothing", async ({ scene, rival }) => {
  const { ids } = scene
  const filters = `card_id=${ids['cards']}`
  const { items } = must(
    await rival.owner.get<{ items: unknown[] }>(`/merchant/ledger?${filters}`),
    200,
  )
  expect(items).toEqual([])
})

test('a viewer of A: reads everything of A, writes nothing', async ({ scene, harbour }) => {
  const before = await snapshot(harbour)
  const ask = by(scene.viewer)
  const reads = (route: Route): boolean => below('/merchant/')(route) && isRead(route)
  expect(await faults(scene, ask, reads, () => /^200$/)).toEqual([])
  const writes = (route: Route): boolean => below('/merchant/')(route) && !isRead(route)
  expect(await faults(scene, ask, writes, () => /^403 FORBIDDEN/)).toEqual([])
  expect(await faults(scene, ask, below('/admin/'), () => /^403 FORBIDDEN/)).toEqual([])
  expect(await snapshot(harbour)).toEqual(before)
})

test('the platform admin: on behalf of A, and on no merchant route of its own', async ({
  scene,
}) => {
  const ask = by(scene.admin)
  const reads = (route: Route): boolean => below('/admin/')(route) && isRead(route)
  expect(await faults(scene, ask, reads, () => /^200$/)).toEqual([])
  expect(await faults(scene, ask, below('/merchant/'), () => /^403 FORBIDDEN/)).toEqual([])
})

test('a user names the store; without one, or with a foreign one, nothing is told', async ({
  scene,
  harbour,
}) => {
  const { owner, store } = harbour
  const pull = (headers: Readonly<Record<string, string>>): Promise<Answer> =>
    owner.call('GET', '/store/sync/pull', { headers })
  expect((await pull({ 'counterfoil-store': store.code })).status).toBe(200)
  expect((await pull({ 'counterfoil-store': 'RIVAL-1' })).status).toBe(404)
  expect((await pull({ 'counterfoil-store': 'NOWHERE-9' })).status).toBe(404)
  expect((await pull({})).status).toBeGreaterThanOrEqual(400)
  const token = new ConsoleClient(scene.server.origin)
  must(await token.useToken('owner@harbour.example', scene.server.demoPassword), 200)
  const headers = { 'counterfoil-store': store.code }
  expect((await token.call('GET', '/store/sync/pull', { headers })).status).toBe(200)
})

test('the owner of A: every route answers, deleting last', async ({ scene, harbour }) => {
  const order = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']
  const sorted = [...scene.routes].sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method))
  const calm = { ...scene, routes: sorted }
  const ask = by(harbour.owner)
  const refused = await faults(calm, ask, below('/merchant/'), () => /^(2|409|422)/)
  expect(refused).toEqual([])
})

/** What A has, in numbers and names, to see that strangers changed nothing. */
async function snapshot({ owner }: Shop): Promise<unknown> {
  const lists = ['stores', 'staff', 'programs', 'cards', 'devices', 'reviews']
  return Promise.all(
    lists.map(async (name) =>
      (await owner.all<Record<string, unknown>>(`/merchant/${name}`)).map(
        ({ id, name: title, label, status, active, revoked_at }) => [
          id,
          title,
          label,
          status,
          active,
          revoked_at,
        ],
      ),
    ),
  )
}
