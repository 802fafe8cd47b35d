import { Kysely, PostgresDialect, sql } from 'kysely'
import { type ClientBase, Pool } from 'pg'
import { parsers } from '../db/database'
import type { Database } from '../db/schema'
import { ACROSS_OPTIONS } from '../db/wall/scope'

/** How values are written, so that they read back as the same on any server. */
const SETTINGS = [
  'TimeZone=UTC',
  'DateStyle=ISO',
  'IntervalStyle=iso_8601',
  'extra_float_digits=3',
  'bytea_output=hex',
  'statement_timeout=0',
  'lock_timeout=10s',
  'idle_in_transaction_session_timeout=0',
]

/** The same connection in both of its forms; `client()` only while `db` has something under way. */
export interface OneConnection {
  readonly db: Kysely<Database>
  /** For `COPY`, within a transaction of `db`. */
  readonly client: () => ClientBase
}

/**
 * Whether the connection is as it was asked for; a transaction pooler hands out another each time.
 * @throws Error where it is not
 */
export async function requireOwnSession(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ set: string | null }>`
    select current_setting('counterfoil.across_merchants', true) as set`.execute(db)
  if (rows[0]?.set === 'on') return
  throw new Error(
    'DATABASE_URL leads to a pooler that keeps settings from the database: name the database itself in DATABASE_DIRECT_URL.',
  )
}

/**
 * One connection for a whole backup or restore, closed afterwards.
 * @throws Error through a transaction pooler
 */
export async function withOneConnection<T>(
  connectionString: string,
  work: (connection: OneConnection) => Promise<T>,
): Promise<T> {
  let made: ClientBase | undefined
  const pool = new Pool({
    connectionString,
    max: 1,
    application_name: 'counterfoil-cli',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 0,
    client_encoding: 'UTF8',
    options: [...SETTINGS.map((setting) => `-c ${setting}`), ACROSS_OPTIONS].join(' '),
    types: parsers,
  })
  // The statement that was running fails as well; unheard, these events would end the process.
  pool.on('connect', (client) => {
    made = client
    client.on('error', () => undefined)
  })
  pool.on('error', () => undefined)
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const client = (): ClientBase => {
    if (made === undefined) throw new Error('nothing is connected yet')
    return made
  }
  try {
    await requireOwnSession(db)
    return await work({ db, client })
  } finally {
    await db.destroy()
  }
}
