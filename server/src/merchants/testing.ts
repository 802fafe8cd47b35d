import { type EpochMs, epochMs, formatInstant, type Id, plus } from '@counterfoil/domain'
import type { AnswerOf, Endpoint, Problem, Role } from '@counterfoil/protocol'
import type { Hono } from 'hono'
import { v7 as uuidv7 } from 'uuid'
import { createApp } from '../app'
import { signAccessToken } from '../auth/access-token'
import { readConfig } from '../config'
import { createCrypto } from '../crypto/crypto'
import { createHashPool } from '../crypto/hash-pool'
import { openDatabase } from '../db/database'
import { migrateDatabase, workingRole } from '../db/migrate'
import { acrossMerchants } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import { authenticateDevice } from '../devices/device-access'
import { createCallLimits } from '../http/call-limits'
import type { AppEnv } from '../http/env'
import { createLogger } from '../logger'
import { createPinChecker } from '../pins/pin-checker'
import { createChangeBus } from '../sync/change-bus'
import { hashCheaply } from '../testing/hash-cheaply'
import { createTestDatabase } from '../testing/test-database'
import { createMerchant } from './create-merchant'
import { insertStore } from './store.repository'

export interface Answer<T = unknown> {
  readonly status: number
  /** As the endpoint promises it; something else when `problem` is there. */
  readonly body: T
  readonly problem: Problem | undefined
  readonly headers: Headers
}

export interface CallOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Input extends CallOptions {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
}

/** One merchant with a store, and what its people may call. */
export interface TestShop {
  readonly merchant_id: Id
  readonly store: { readonly id: Id; readonly code: string }
  /** Calls as a member with this role. */
  as<E extends Endpoint>(role: Role, endpoint: E, input?: Input): Promise<Answer<AnswerOf<E>>>
  /** As its owner. */
  call<E extends Endpoint>(endpoint: E, input?: Input): Promise<Answer<AnswerOf<E>>>
}

export interface TestServer {
  readonly app: Hono<AppEnv>
  /** The server's own, but for the database: a test looks at every merchant's rows. */
  readonly deps: Deps
  /** The server's own database, for no merchant yet. */
  readonly unscoped: Deps['db']
  /** Somebody with every right in the database. */
  readonly superuser: Deps['db']
  /** Moves the server's clock on. */
  pass(ms: number): void
  request<T = unknown>(method: string, path: string, options?: CallOptions): Promise<Answer<T>>
  /** `Authorization` of a platform admin. */
  adminBearer(): Promise<string>
  /** Another node on the same database, with connections of its own. */
  sibling(): { readonly app: Hono<AppEnv>; readonly deps: Deps }
  shop(name: string): Promise<TestShop>
  close(): Promise<void>
}

/** The whole server in memory, on a PostgreSQL database of its own, with a clock that stands. */
export async function openTestServer(
  env: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const database = await createTestDatabase(migrateDatabase)
  const log = createLogger('silent')
  const connectionString = database.url
  const role = await workingRole(connectionString)
  const db = openDatabase({ connectionString, max: 10, role, log })
  const superuser = openDatabase({ connectionString, max: 2, log })
  const crypto = createCrypto('a secret that only tests know, 0123456789')
  const hashing = hashCheaply(createHashPool({ threads: 1 }))
  const bus = createChangeBus({ connectionString: undefined, log })
  let clock: EpochMs = epochMs(Date.parse('2026-11-20T10:00:00.000Z'))
  const now = (): EpochMs => clock
  const config = readConfig({ PUBLIC_URL: 'https://counterfoil.example', DEMO: '0', ...env })
  const pins = createPinChecker({ crypto, hashing, now })
  const limits = createCallLimits()
  const newId = (): Id => uuidv7()
  const made = { config, crypto, hashing, now, newId, log, limits, bus, pins }
  const served: Deps = { ...made, db, authenticateDevice }
  const deps: Deps = { ...served, db: acrossMerchants(db) }
  const app = createApp(served)

  const request = async <T>(
    method: string,
    path: string,
    { body, headers }: CallOptions = {},
  ): Promise<Answer<T>> => {
    const response = await app.request(path, {
      method,
      headers: {
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    })
    const text = await response.text()
    const answer = (text === '' ? undefined : JSON.parse(text)) as T
    const problem = response.ok ? undefined : (answer as Problem)
    return { status: response.status, body: answer, problem, headers: response.headers }
  }

  const account = async (platform_admin: boolean): Promise<Id> => {
    const account_id = newId()
    const email = `${account_id}@people.example`
    const row = { account_id, email, name: 'Someone', platform_admin }
    const created_at = formatInstant(clock)
    await deps.db
      .insertInto('account')
      .values({ ...row, password_hash: '-', created_at })
      .execute()
    return account_id
  }
  const tokenOf = async (id: Id): Promise<string> =>
    `Bearer ${await signAccessToken(deps, id, clock)}`

  const shop = async (name: string): Promise<TestShop> => {
    const merchant_id = newId()
    const store = { id: newId(), code: `${name.toUpperCase()}-1` }
    const members = { viewer: '', manager: '', owner: '' }
    for (const role of ['viewer', 'manager', 'owner'] as const) members[role] = await account(false)
    await deps.db.transaction().execute(async (trx) => {
      await createMerchant(trx, deps, { merchant_id, name, currency: 'EUR' }, clock)
      const row = { ...store, name, time_zone: 'Europe/Luxembourg' }
      await insertStore(trx, merchant_id, row, clock)
      for (const role of ['viewer', 'manager', 'owner'] as const) {
        const member = { merchant_id, account_id: members[role], role }
        await trx.insertInto('membership').values(member).execute()
      }
    })
    const as: TestShop['as'] = async (role, endpoint, input = {}) => {
      const headers = { authorization: await tokenOf(members[role]), ...input.headers }
      return request(endpoint.method, addressOf(endpoint, input), { ...input, headers })
    }
    return { merchant_id, store, as, call: (endpoint, input) => as('owner', endpoint, input) }
  }

  const siblings: Deps['db'][] = []
  const sibling: TestServer['sibling'] = () => {
    const own = openDatabase({ connectionString, max: 10, role, log })
    siblings.push(own)
    const node = { ...served, db: own, limits: createCallLimits() }
    return { app: createApp(node), deps: node }
  }

  return {
    app,
    deps,
    sibling,
    unscoped: db,
    superuser,
    pass: (ms) => {
      clock = plus(clock, ms)
    },
    request,
    adminBearer: async () => tokenOf(await account(true)),
    shop,
    close: async () => {
      await bus.close()
      await hashing.close()
      await db.destroy()
      for (const own of siblings) await own.destroy()
      await superuser.destroy()
      await database.drop()
    },
  }
}

export function addressOf({ path }: Endpoint, { params = {}, query = {} }: Input): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '')
  const search = new URLSearchParams(query).toString()
  return search === '' ? filled : `${filled}?${search}`
}
