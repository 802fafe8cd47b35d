import { Kysely, PostgresDialect } from 'kysely'
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

/** One connection for a whole backup or restore, closed afterwards. */
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
    return await work({ db, client })
  } finally {
    await db.destroy()
  }
}
