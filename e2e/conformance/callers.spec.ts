/**
 * Wire contract, section 2: every route of the running server's own OpenAPI document, asked by every
 * kind of caller. Nothing here names a route: a new one is tested the moment it is published.
 */
import { statusAndCode, type Answer } from '../harness/answer'
import { ConsoleClient } from '../harness/console-client'
import { sql } from '../harness/database'
import type { Route } from '../harness/openapi'
import type { ProductServer } from '../harness/server'
import type { TabletClient } from '../harness/tablet-client'
import {
  below,
  bodyFor,
  by,
  faults,
  fillPath,
  idsOf,
  isRead,
  signIn,
  snapshot,
  success,
  test,
  type Ask,
  type Ids,
  type Scene,
} from './scene'
import { expect, must, type Shop, unique } from './world'

const API = '/api/v1'
const ADMIN_PREFIX = `${API}/admin/merchants/{merchant_id}`
const FORBIDDEN = () => /^403 FORBIDDEN$/
const NOT_FOUND = () => /^404 NOT_FOUND$/
const NOBODY = () => /^401 /

const isMerchants = below('/merchant/')
const isAdmins = below('/admin/')
const isStores = below('/store/')
const hasPrivatePath = below('/store/', '/merchant/', '/admin/', '/device/')
/** By its path, or by what the document says of it. */
const isClosed = (route: Route): boolean => hasPrivatePath(route) || route.caller !== 'anyone'
/** Not by a position in the ledger: of those everybody has their own. */
const namesThing = ({ path }: Route): boolean => path.includes('{') && !path.includes('{n}')
/** Nobody's of more than looking on. */
const forViewers = ({ role }: Route): boolean => role === 'viewer'
const isWrite = (route: Route): boolean => !isRead(route)
const both =
  (...conditions: readonly ((route: Route) => boolean)[]) =>
  (route: Route): boolean =>
    conditions.every((holds) => holds(route))

/** The same scene with things of its own, for callers who change and delete them. */
async function fresh(scene: Scene): Promise<Scene> {
  return { ...scene, ids: await idsOf(scene.harbour, scene.document) }
}

const atStore = (client: ConsoleClient, { store }: Shop): Ask =>
  by(client, {
    'counterfoil-store': store.code,
    'counterfoil-protocol': '1',
    'idempotency-key': unique(),
  })

const asTablet =
  (tablet: TabletClient): Ask =>
  (method, path, body) =>
    tablet.request(method, path, {
      ...(body === undefined ? {} : { body }),
      headers: { 'idempotency-key': unique() },
    })

/** Signs in a manager of A; the demo has none. */
async function signInManager(server: ProductServer): Promise<ConsoleClient> {
  const email = 'manager@harbour.example'
  await sql(
    server.database.url,
    `with boss as (
        select merchant_id, password_hash from account join membership using (account_id)
        where email = $1),
      hired as (
        insert into account (account_id, email, name, password_hash, created_at)
        select gen_random_uuid(), $2, 'Mia Manager', password_hash, now() from boss
        returning account_id)
      insert into membership (merchant_id, account_id, role)
      select merchant_id, account_id, 'manager' from boss, hired`,
    ['owner@harbour.example', email],
  )
  return signIn(server, email)
}

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
  expect(await faults(scene, nobody, isClosed, NOBODY)).toEqual([])
  const open = await faults(scene, nobody, below('/public/'), () => /^(?!401|403|5)/)
  expect(open).toEqual([])
})

test('a cookie that is made up, altered or signed out is nobody, and so is a made-up bearer', async ({
  scene: { server, ...scene },
}) => {
  const client = new ConsoleClient(server.origin)
  const signedIn = await client.login('owner@harbour.example', server.demoPassword)
  const genuine = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const [name = '', token = ''] = genuine.split('=')
  const altered = (token.startsWith('A') ? 'B' : 'A') + token.slice(1)
  const nobody = new ConsoleClient(server.origin)
  const me = (cookie: string) => nobody.call('GET', '/auth/me', { headers: { cookie } })
  const refused = (headers: Readonly<Record<string, string>>) =>
    faults({ server, ...scene }, by(nobody, headers), isClosed, NOBODY)

  must(await me(genuine), 200)
  expect(await refused({ cookie: `${name}=AAAA` })).toEqual([])
  expect(await refused({ cookie: `${name}=${altered}` })).toEqual([])
  must(await me(genuine), 200)
  must(await client.post('/auth/logout'), 204)
  // Another node knows it too, and has not yet heard so many of this address.
  const sibling = await server.startSibling()
  const other = new ConsoleClient(sibling.origin)
  const refusedThere = (headers: Readonly<Record<string, string>>) =>
    faults({ server, ...scene }, by(other, headers), isClosed, NOBODY)
  expect(await refusedThere({ cookie: genuine })).toEqual([])
  expect(await refusedThere({ authorization: 'Bearer AAAA.BBBB.CCCC' })).toEqual([])
  await sibling.close()
})

test('a tablet of A: its own routes and nothing of the console', async ({ scene, harbour }) => {
  const device = asTablet(await harbour.tablet())
  expect(await faults(scene, device, below('/merchant/', '/admin/'), FORBIDDEN)).toEqual([])
  const own = both(isStores, ({ path }) => !path.endsWith('/live'))
  expect(await faults(scene, device, own, success)).toEqual([])
})

test('a revoked tablet of A: told so on every route, its own and all others', async ({
  scene,
  harbour,
}) => {
  const tablet = await harbour.tablet()
  must(await tablet.pull(), 200)
  const path = `/merchant/devices/${tablet.identity.device.id}/revoke`
  must(await harbour.owner.post(path, { reason: 'lost' }), 200)
  const revoked = () => /^401 TERMINAL_DEVICE_REVOKED$/
  expect(await faults(scene, asTablet(tablet), isClosed, revoked)).toEqual([])
})

test("the owner of B, with A's ids: not found, never forbidden, and nothing changed", async ({
  scene,
  rival,
  harbour,
}) => {
  const hasId = both(isMerchants, ({ path }) => path.includes('{'))
  const before = await snapshot(harbour)
  const ask = by(rival.owner)
  expect(await faults(scene, ask, hasId, NOT_FOUND)).toEqual([])
  const naming = atStore(rival.owner, harbour)
  expect(await faults(scene, naming, isStores, NOT_FOUND)).toEqual([])
  expect(await faults(scene, ask, isAdmins, FORBIDDEN)).toEqual([])
  expect(await snapshot(harbour)).toEqual(before)
})

test('the owner of B: lists hold nothing of A', async ({ scene, rival }) => {
  const lists = scene.routes
    .filter(both(isMerchants, isRead))
    .filter(({ path }) => !path.includes('{') && !path.endsWith('/live'))
  for (const { path } of lists) {
    const { status, text } = await rival.owner.get(path.slice(API.length))
    expect(status, path).toBe(200)
    const leaked = Object.entries(scene.ids).filter(
      ([name, id]) => name !== 'ledger' && text.includes(id),
    )
    expect(leaked, path).toEqual([])
  }
})

test("the owner of B: A's id in a body of its own that was good is not found", async ({
  scene,
  rival,
}) => {
  const own = scene.theirs
  const send = ({ method, path }: Route, body: unknown): Promise<Answer> =>
    rival.owner.call(method, fillPath(own, path), { body })
  const found: string[] = []
  let tried = 0
  for (const route of scene.routes.filter(both(isMerchants, isWrite))) {
    const { good, spoilt } = bodiesNaming(scene, own, route)
    if (spoilt.length === 0) continue
    const line = (what: string, answer: Answer) =>
      found.push(`${route.method} ${route.path}, ${what}: ${statusAndCode(answer)}`)
    const accepted = await send(route, good)
    if (!success(route).test(statusAndCode(accepted))) line('its own', accepted)
    for (const { name, body } of spoilt) {
      tried += 1
      const refused = await send(route, body)
      if (!NOT_FOUND().test(statusAndCode(refused))) line(name, refused)
    }
  }
  expect(found).toEqual([])
  expect(tried).toBeGreaterThan(0)
})

/** What B may send, and the same with one id of A's at a time. */
function bodiesNaming({ document, ids }: Scene, own: Ids, route: Route) {
  const good = bodyFor(document, own, route) as Readonly<Record<string, unknown>> | undefined
  const foreign = bodyFor(document, ids, route) as Readonly<Record<string, unknown>> | undefined
  const spoilt = Object.keys(good ?? {})
    .filter((name) => name.endsWith('_id'))
    .map((name) => ({ name, body: { ...good, [name]: foreign?.[name] } }))
  return { good, spoilt }
}

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
  expect(await faults(scene, ask, both(isMerchants, isRead, forViewers), success)).toEqual([])
  const others = both(isMerchants, (route) => isWrite(route) || !forViewers(route))
  expect(await faults(scene, ask, others, FORBIDDEN)).toEqual([])
  const theirs = { ...scene, ids: scene.theirs }
  const reads = both(isMerchants, isRead, namesThing, forViewers)
  expect(await faults(theirs, ask, reads, NOT_FOUND)).toEqual([])
  expect(await faults(scene, ask, isAdmins, FORBIDDEN)).toEqual([])
  const here = atStore(scene.viewer, harbour)
  expect(await faults(scene, here, both(isStores, isRead), success)).toEqual([])
  expect(await faults(scene, here, both(isStores, isWrite), FORBIDDEN)).toEqual([])
  expect(await snapshot(harbour)).toEqual(before)
})

test('a manager of A: whatever a manager may, as the document has it, and no more', async ({
  scene,
  harbour,
}) => {
  const manager = await signInManager(scene.server)
  const ask = by(manager)
  const mine = await fresh(scene)
  const roles = new Set(scene.routes.filter(isMerchants).map(({ role }) => role))
  expect(roles).toEqual(new Set(['manager', 'owner', 'viewer']))
  const isOwners = (route: Route): boolean => isMerchants(route) && route.role === 'owner'
  const before = await snapshot(harbour)
  expect(await faults(mine, ask, isOwners, FORBIDDEN)).toEqual([])
  expect(await snapshot(harbour)).toEqual(before)
  const allowed = both(isMerchants, (route) => !isOwners(route))
  expect(await faults(mine, ask, allowed, success)).toEqual([])
  const theirs = { ...scene, ids: scene.theirs }
  expect(await faults(theirs, ask, both(allowed, namesThing), NOT_FOUND)).toEqual([])
  const here = atStore(manager, harbour)
  expect(await faults(scene, here, isStores, success)).toEqual([])
  expect(await faults(scene, ask, isAdmins, FORBIDDEN)).toEqual([])
})

test('the platform admin: reads and writes on behalf of A, and on no merchant route of its own', async ({
  scene,
  harbour,
}) => {
  const ask = by(scene.admin)
  expect(await faults(scene, ask, isMerchants, FORBIDDEN)).toEqual([])
  const here = atStore(scene.admin, harbour)
  expect(await faults(scene, here, isStores, NOT_FOUND)).toEqual([])
  expect(await faults(await fresh(scene), ask, isAdmins, success)).toEqual([])
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

test('the owner of A: every route does what it says, deleting last', async ({ scene, harbour }) => {
  const ask = by(harbour.owner)
  expect(await faults(await fresh(scene), ask, isMerchants, success)).toEqual([])
  const here = atStore(harbour.owner, harbour)
  expect(await faults(scene, here, isStores, success)).toEqual([])
  expect(await faults(scene, ask, isAdmins, FORBIDDEN)).toEqual([])
})
