import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { Pool } from 'pg'
import { APP_ROLE, ensureAppRole, isAboveTheWall } from './wall/app-role'
import { ACROSS_OPTIONS } from './wall/scope'
import { raiseSecondWall } from './wall/second-wall'
import * as first from './migrations/0001-first'
import * as recoveredNumbers from './migrations/0002-recovered-numbers'
import * as hotTables from './migrations/0003-hot-tables'
import * as stolenTablets from './migrations/0004-stolen-tablets'
import * as customers from './migrations/0005-customers'
import * as clock from './migrations/0006-clock'
import * as factsStay from './migrations/0007-facts-stay'
import * as points from './migrations/0008-points'
import * as door from './migrations/0009-door'
import * as booking from './migrations/0010-booking'
import * as mail from './migrations/0011-mail'
import * as sheets from './migrations/0015-sheets'
import * as phones from './migrations/0016-phones'
import * as leases from './migrations/0025-leases'
import * as checkIns from './migrations/0030-check-ins'
import * as badges from './migrations/0035-badges'
import * as clockNews from './migrations/0036-clock-news'
import * as announcements from './migrations/0040-announcements'
import * as voidedPurchases from './migrations/0041-voided-purchases'
import * as fewerIndexes from './migrations/0042-fewer-indexes'
import * as announcementsThatFail from './migrations/0044-announcements-that-fail'

/** Every migration, in order. Names and contents of released ones never change. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-recovered-numbers': recoveredNumbers,
  '0003-hot-tables': hotTables,
  '0004-stolen-tablets': stolenTablets,
  '0005-customers': customers,
  '0006-clock': clock,
  '0007-facts-stay': factsStay,
  '0008-points': points,
  '0009-door': door,
  '0010-booking': booking,
  '0011-mail': mail,
  '0015-sheets': sheets,
  '0016-phones': phones,
  '0025-leases': leases,
  '0030-check-ins': checkIns,
  '0035-badges': badges,
  '0036-clock-news': clockNews,
  '0040-announcements': announcements,
  '0041-voided-purchases': voidedPurchases,
  '0042-fewer-indexes': fewerIndexes,
  '0044-announcements-that-fail': announcementsThatFail,
}

const OLDEST = 150_000

/**
 * Brings the database to this server's schema, all or nothing: the migrations run in one
 * transaction, under a lock that makes a second node wait and then find nothing to do.
 * Closes its connection before it resolves.
 * @throws Error when PostgreSQL is older than 15, or the database is newer than this server
 */
export async function migrateDatabase(connectionString: string): Promise<void> {
  await asOwner(connectionString, async (db) => {
    await checkVersion(db)
    await migrateTo(db)
    await raiseSecondWall(db)
    if (await isAboveTheWall(db)) await ensureAppRole(db)
  })
}

/**
 * The role to work as on a migrated database: none when the user that connects is held by row-level
 * security itself, as every ordinary one is.
 */
export async function workingRole(connectionString: string): Promise<string | undefined> {
  return asOwner(connectionString, async (db) =>
    (await isAboveTheWall(db)) ? APP_ROLE : undefined,
  )
}

async function asOwner<T>(
  connectionString: string,
  work: (db: Kysely<never>) => Promise<T>,
): Promise<T> {
  // No time limits here: another node may be at it, and large tables take their time.
  // Every merchant's rows are in reach: a migration may have to change them all.
  const limits = { max: 2, connectionTimeoutMillis: 5000 }
  const pool = new Pool({ connectionString, ...limits, options: ACROSS_OPTIONS })
  // The statement that was running fails as well; unheard, this event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('error', () => undefined)
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** Names of the migrations that this version knows, in order. */
export const KNOWN_MIGRATIONS: readonly string[] = Object.keys(MIGRATIONS)

/**
 * Runs what is missing up to a migration, or all; within the transaction, if it is given one.
 * @throws Error when the database has had others than this version knows
 */
export async function migrateTo<D>(db: Kysely<D>, name?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await (name === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(name))
  if (error !== undefined) throw error
}

/** The migrations that a database has had, in order. */
export async function appliedMigrations<D>(db: Kysely<D>): Promise<readonly string[]> {
  const there = await sql`select from pg_tables
    where schemaname = current_schema() and tablename = 'kysely_migration'`.execute(db)
  if (there.rows.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** @throws Error when the database does not have exactly this version's schema */
export async function requireSchema<D>(db: Kysely<D>): Promise<void> {
  const applied = await appliedMigrations(db)
  if (applied.join() === KNOWN_MIGRATIONS.join()) return
  throw new Error(
    applied.length === 0
      ? 'The database is empty.'
      : 'The database has the schema of another version: start this version’s server once.',
  )
}

async function checkVersion<D>(db: Kysely<D>): Promise<void> {
  const { rows } = await sql<{ number: string; version: string }>`
    select current_setting('server_version_num') as number,
           current_setting('server_version') as version
  `.execute(db)
  const [found] = rows
  if (found === undefined || Number(found.number) < OLDEST) {
    throw new Error(`PostgreSQL 15 or newer is needed, this is ${found?.version ?? 'unknown'}`)
  }
}
