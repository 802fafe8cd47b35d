import { type EpochMs, epochMs } from '@counterfoil/domain'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool, TypeOverrides } from 'pg'
import type { Logger } from '../logger'
import type { Database } from './schema'
import { noteHandle } from './wall/merchant-scope'

export interface DatabaseOptions {
  readonly connectionString: string
  /** Connections at most. */
  readonly max: number
  /** Whom to work as, when the one who connects is above row-level security: see `workingRole`. */
  readonly role?: string | undefined
  readonly log: Pick<Logger, 'warn'>
  /** How the connections are called in the database; the server's own name by default. */
  readonly name?: string
}

/** How the server's connections are called in the database. */
export const SERVER_NAME = 'counterfoil'

/** No statement of the running server takes longer, and none waits longer for a lock. */
const STATEMENT_MS = 15_000
const LOCK_MS = 10_000

/**
 * The database as every part of the server uses it: `timestamptz` is read as milliseconds, `bigint`
 * as a number. Connects when first asked; whoever finds none free within five seconds is refused.
 * `destroy()` closes all connections.
 *
 * As it comes, it reaches the platform's tables alone: `forMerchant` and `acrossMerchants` make of
 * it what reaches the rows of merchants.
 */
export function openDatabase(options: DatabaseOptions): Kysely<Database> {
  const { connectionString, max, role, log, name } = options
  const pool = new Pool({
    connectionString,
    max,
    application_name: name ?? SERVER_NAME,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // Statements that do not need each other's answers are sent at once: see `side-by-side.ts`.
    pipeline: true,
    statement_timeout: STATEMENT_MS,
    lock_timeout: LOCK_MS,
    idle_in_transaction_session_timeout: 30_000,
    options: `-c TimeZone=UTC${role === undefined ? '' : ` -c role=${role}`}`,
    types: parsers,
  })
  // A connection that breaks is replaced by the pool, and whoever was using it gets the error of
  // its statement; unheard, the connection's own error event would end the process.
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn({ err: error }, 'database connection lost'))
  })
  pool.on('error', () => undefined)
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  // By itself it ends the pool only if it was asked something; the scoped handles share the pool.
  let ended: Promise<void> | undefined
  db.destroy = () => (ended ??= pool.end())
  noteHandle(db, { pool, scope: undefined })
  return db
}

const INT8 = 20
const TIMESTAMPTZ = 1184

/** How values are read, wherever a connection is made. */
export const parsers = new TypeOverrides()
parsers.setTypeParser(INT8, Number)
parsers.setTypeParser(TIMESTAMPTZ, readTimestamp)

/** `2026-11-20 10:15:00.123+00`: the session's zone is UTC. */
function readTimestamp(text: string): EpochMs {
  return epochMs(Date.parse(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, 'Z')}`))
}
