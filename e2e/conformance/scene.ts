/** Every route of the running server's own OpenAPI document, and something of a merchant for each. */
import { statusAndCode, type Answer } from '../harness/answer'
import { ConsoleClient } from '../harness/console-client'
import { routesOf, sampleOf, type OpenApi, type Route } from '../harness/openapi'
import type { ProductServer } from '../harness/server'
import { must, PIN, Shop, test as base, unique, type Thing } from './world'

const API = '/api/v1'
const TIME_ZONE = 'Europe/Luxembourg'

/** Who asks, and how. */
export type Ask = (method: string, path: string, body: unknown) => Promise<Answer>

interface BookingPage {
  readonly booking_page: { readonly slug: string }
}

/** Path and body fields to the ids of things that one merchant owns. */
export type Ids = Readonly<Record<string, string>>

export interface Scene {
  readonly server: ProductServer
  readonly document: OpenApi
  readonly routes: readonly Route[]
  /** Merchant A's. */
  readonly ids: Ids
  /** Merchant B's. */
  readonly theirs: Ids
  readonly harbour: Shop
  readonly viewer: ConsoleClient
  readonly admin: ConsoleClient
}

export async function signIn(server: ProductServer, email: string): Promise<ConsoleClient> {
  const client = new ConsoleClient(server.origin)
  must(await client.login(email, server.demoPassword), 200)
  return client
}

async function make(owner: ConsoleClient, what: string, body: unknown): Promise<Thing> {
  const made = must(await owner.post<Record<string, Thing>>(`/merchant/${what}`, body), 201)
  const thing = Object.values(made)[0]
  if (thing === undefined) throw new Error(`${what}: nothing was made`)
  return thing
}

/** A store of its own, with one thing in every collection of its merchant that nobody else uses. */
export async function idsOf({ owner }: Shop, document: OpenApi): Promise<Ids> {
  const code = unique()
  const store = {
    ...(await make(owner, 'stores', { code, name: code, time_zone: TIME_ZONE })),
    code,
  }
  const shop = new Shop(owner, store)
  const program = await shop.program({ cooldown_minutes: 15 })
  const { card, token } = await shop.card(program)
  const tablet = await shop.tablet()
  const [first, second] = [1, 2].map(() => tablet.op('loyalty.stamp', { card_token: token }))
  must(await tablet.push([first, second]), 200)
  const reviews = await owner.all<Thing & { readonly op_id: string }>('/merchant/reviews')
  const [entry] = await owner.all<{ readonly n: number }>('/merchant/ledger')
  const starts_at = new Date().toISOString()
  const show = await make(owner, 'performances', { title: 'Scene', starts_at, capacity: 10 })
  const ticket = { performance_id: show.id, name: 'Ada', party_size: 1 }
  const booking = { ...ticket, email: 'ada@mail.example' }
  const page = must(await owner.get<BookingPage>('/merchant/booking-page'), 200)
  const { slug } = page.booking_page
  const venue = { name: 'Hall', time_zone: TIME_ZONE, capacity: 10 }
  const person = await shop.person()
  const punch = { staff_id: person.id, store_id: store.id, punch: 'in', at: EARLIER }
  const days = { store_id: store.id, from_day: '2026-01-01', to_day: '2026-01-31' }
  const amended = { staff_id: person.id, adds: addedAt(store.id), reason: 'forgot' }
  const known: Record<string, string> = {
    programmes: slug,
    shows: (await make(owner, 'shows', { title: 'Scene' })).id,
    venues: (await make(owner, 'venues', venue)).id,
    reservations: (await make(owner, 'reservations', booking)).id,
    stores: store.id,
    staff: person.id,
    amendments: (await make(owner, 'amendments', amended)).id,
    requests: (await make(owner, 'requests', punch)).id,
    periods: (await make(owner, 'periods', days)).id,
    programs: program.id,
    rewards: (await make(owner, 'rewards', { program_id: program.id, name: 'Cake', cost: 1 })).id,
    cards: card.id,
    customers: (await make(owner, 'customers', { name: 'Ada' })).id,
    devices: tablet.identity.device.id,
    operations: first?.id ?? '',
    reviews: reviews.find(({ op_id }) => op_id === second?.id)?.id ?? '',
    ledger: `${entry?.n}`,
    performances: show.id,
    tickets: (await make(owner, 'tickets', ticket)).id,
    'issuer-keys': (await make(owner, 'issuer-keys', {})).id,
    merchants: tablet.identity.merchant.id,
  }
  for (const { path } of routesOf(document)) {
    const collection = /\/merchant\/([a-z-]+)\/\{/.exec(path)?.[1]
    if (collection === undefined || known[collection]) continue
    const [item] = await owner.all<Thing>(`/merchant/${collection}`)
    if (item === undefined) throw new Error(`${collection} is empty, so nothing can be asked for`)
    known[collection] = item.id
  }
  return known
}

export const test = base.extend<object, { readonly scene: Scene }>({
  scene: [
    async ({ server, harbour, rival }, use) => {
      const document = must(await harbour.owner.get<OpenApi>('/openapi.json'), 200)
      await use({
        server,
        harbour,
        document,
        routes: routesOf(document),
        ids: await idsOf(harbour, document),
        theirs: await idsOf(rival, document),
        viewer: await signIn(server, 'viewer@harbour.example'),
        admin: await signIn(server, 'admin@counterfoil.example'),
      })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

/** The path below `/api/v1` with these ids in it. */
export function fillPath(ids: Ids, path: string): string {
  return path.slice(API.length).replaceAll(/([a-z-]+)\/\{([a-z_]+)\}/g, (_, collection, name) => {
    const id = ids[String(collection)]
    if (id === undefined) throw new Error(`no ${String(name)} known for ${path}`)
    return `${String(collection)}/${id}`
  })
}

/** Long enough ago to be no news, not too long to be asked for. */
const EARLIER = new Date(Date.now() - 86_400_000).toISOString()

/** What a manager adds to a time sheet. */
const addedAt = (store_id: string | undefined) => ({ punch: 'in', at: EARLIER, store_id })

/** A body that only a wrong caller can spoil, with these ids wherever there is place for one. */
export function bodyFor(document: OpenApi, ids: Ids, { body }: Route): unknown {
  if (body === undefined) return undefined
  const values: Record<string, unknown> = {
    store_id: ids['stores'],
    program_id: ids['programs'],
    card_id: ids['cards'],
    staff_id: ids['staff'],
    device_id: ids['devices'],
    customer_id: ids['customers'],
    performance_id: ids['performances'],
    show_id: ids['shows'],
    venue_id: ids['venues'],
    starts_at: new Date().toISOString(),
    pin: PIN,
    code: unique(),
    personnel_number: unique(),
    time_zone: TIME_ZONE,
    jobs: ['loyalty'],
    count: 1,
    email: 'nobody@harbour.example',
    sent_at: new Date().toISOString(),
    ops: [],
    action: 'dismiss',
    from_day: '2026-02-01',
    to_day: '2026-02-28',
    at: EARLIER,
    adds: addedAt(ids['stores']),
    strikes: undefined,
  }
  return sampleOf(body, document, (name) => values[name])
}

/** What deletes comes last, and what is changed before that has not been revoked yet. */
const ORDER = ['GET', 'PATCH', 'PUT', 'POST', 'DELETE']

/** Asks the chosen routes; each as `METHOD path: status CODE` that answers other than expected. */
export async function faults(
  { routes, document, ids }: Scene,
  ask: Ask,
  chosen: (route: Route) => boolean,
  expected: (route: Route) => RegExp,
): Promise<string[]> {
  const asked = routes
    .filter(chosen)
    .sort((a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method))
  if (asked.length === 0) throw new Error('the document has no such route')
  const found: string[] = []
  for (const route of asked) {
    const answer = await ask(route.method, fillPath(ids, route.path), bodyFor(document, ids, route))
    const got = statusAndCode(answer)
    if (!expected(route).test(got)) found.push(`${route.method} ${route.path}: ${got}`)
  }
  return found
}

export const below =
  (...prefixes: readonly string[]) =>
  ({ path }: Route): boolean =>
    prefixes.some((prefix) => path.startsWith(API + prefix))

export const isRead = ({ method }: Route): boolean => method === 'GET'

/** Does what the document says it does. */
export const success = ({ success: status }: Route): RegExp => new RegExp(`^${status}$`)

/** By a signed-in person, or by whatever the headers say. */
export const by =
  (client: ConsoleClient, headers: Readonly<Record<string, string>> = {}): Ask =>
  async (method, path, body) => {
    // A stream never ends; its headers are the answer.
    if (path.endsWith('/live')) return client.peek(path, headers)
    return client.call(method, path, { ...(body === undefined ? {} : { body }), headers })
  }

const LISTS = [
  'stores',
  'devices',
  'staff',
  'programs',
  'rewards',
  'cards',
  'customers',
  'shows',
  'venues',
  'performances',
  'reservations',
  'tickets',
  'issuer-keys',
  'amendments',
  'requests',
  'periods',
  'reviews',
  'ledger',
]

/** All that A has, to see that strangers changed nothing. */
export async function snapshot({ owner }: Shop): Promise<unknown> {
  const settings = must(await owner.get('/merchant/settings'), 200)
  return [settings, ...(await Promise.all(LISTS.map((name) => owner.all(`/merchant/${name}`))))]
}
