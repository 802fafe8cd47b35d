import { type Kysely, sql } from 'kysely'
import type { Logger } from '../logger'
import type { Database } from './schema'

/** What every connection asks for when it is made, and a pooler may keep from the database. */
const LIMITS = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'] as const

interface Found {
  /** In winter and in summer. */
  readonly utc: boolean
  readonly zone: string
  readonly unlimited: readonly string[]
}

/**
 * Looks whether connections are as `openDatabase` asked for them. Without its limits a server works,
 * and is told what is missing; with times told in another zone it would misread them.
 * @throws Error when the connections tell times in another zone than UTC
 */
export async function requireSettings(
  db: Kysely<Database>,
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  const { rows } = await sql<Found>`
    select current_setting('TimeZone') as zone,
      extract(timezone from timestamptz '2026-01-15 00:00Z') = 0
        and extract(timezone from timestamptz '2026-07-15 00:00Z') = 0 as utc,
      array(select name from unnest(${[...LIMITS]}::text[]) as name
             where current_setting(name) = '0') as unlimited`.execute(db)
  const [found] = rows
  if (found === undefined || !found.utc) {
    throw new Error(
      `connections of DATABASE_URL are in the time zone ${found?.zone ?? 'of nobody knows where'} and a pooler keeps ` +
        `the server from setting another: say "alter role … set timezone = 'UTC'", and let the pooler connect anew`,
    )
  }
  if (found.unlimited.length === 0) return
  log.warn(
    { settings: found.unlimited },
    'a pooler keeps limits from the database: say them by "alter role … set …"',
  )
}
