import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import {
  breaksChain,
  differenceText,
  type EpochMs,
  type LedgerDifference,
} from '@counterfoil/domain'
import { type Kysely, sql, type Transaction } from 'kysely'
import { type ClientBase, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { SERVER_NAME } from '../db/database'
import { KNOWN_MIGRATIONS, migrateDatabase, migrateTo } from '../db/migrate'
import type { Database } from '../db/schema'
import { verifyIn } from '../ledger/verify/verify-ledger'
import { withOneConnection } from './client'
import { clearDatabase, isEmpty } from './clear-database'
import type { BackupHeader, BackupTable, BackupTrailer } from './format'
import { markRestored } from './mark-restored'
import { checkBackup, readBackup } from './read-backup'

export interface RestoreOrder {
  readonly url: string
  readonly file: string
  readonly secret: string
  /** Those of SECRET_KEY_PREVIOUS: a backup made under one of them is taken as well. */
  readonly earlier?: readonly string[]
  /** Throw away what the database holds. */
  readonly force: boolean
  readonly now: EpochMs
}

/** A ledger whose chain is whole, up to where it stood when the backup was made. */
export type RestoredLedger = BackupTrailer['ledgers'][number] & {
  /** What does not fit it: was so when the backup was made, and came back with it. */
  readonly difference: LedgerDifference | undefined
}

/**
 * Puts a backup into a database, all or nothing: the file is checked first, then schema and rows
 * are written in one transaction and every ledger is verified before it commits. What the database
 * held is untouched until then.
 * @throws Error when the file is not whole, the database is in use or not empty, or the chain of a
 *   ledger in the backup is broken
 */
export async function restoreBackup(order: RestoreOrder): Promise<readonly RestoredLedger[]> {
  const { header, trailer } = await checkBackup(order.file, [
    order.secret,
    ...(order.earlier ?? []),
  ])
  const unknown = header.migrations.find((name) => !KNOWN_MIGRATIONS.includes(name))
  if (unknown !== undefined) {
    throw new Error(`The backup was made by a newer version than this one (${unknown}).`)
  }
  const ledgers = await withOneConnection(order.url, async ({ db, client }) => {
    await requireUnused(db)
    return db.transaction().execute(async (trx) => {
      if (!(await isEmpty(trx)) && !order.force) {
        throw new Error('The database is not empty. With --force what it holds is thrown away.')
      }
      await clearDatabase(trx)
      await fill(client(), trx, order.file, header)
      const verified = await verifyAll(trx, trailer)
      await markRestored(trx, order.now)
      return verified
    })
  })
  // Nothing to migrate: the second wall goes up around the new tables.
  await migrateDatabase(order.url)
  return ledgers
}

/** The schema as it was, the rows, and then what later versions changed. */
async function fill(
  client: ClientBase,
  trx: Transaction<Database>,
  file: string,
  { migrations }: BackupHeader,
): Promise<void> {
  await migrateTo(trx, migrations.at(-1))
  let copy: ReturnType<typeof copyFrom> | undefined
  for await (const part of readBackup(file)) {
    if (part.type === 'table') copy = client.query(copyFrom(copyText(part.table)))
    if (part.type === 'rows' && copy?.write(part.bytes) === false) await once(copy, 'drain')
    if (part.type === 'table_end' && copy !== undefined) {
      copy.end()
      await finished(copy)
      copy = undefined
    }
  }
  await migrateTo(trx)
}

function copyText({ table, columns }: BackupTable): string {
  const list = columns.map((name) => escapeIdentifier(name)).join(', ')
  return `copy ${escapeIdentifier(table)} (${list}) from stdin`
}

/** A wrong figure of one shop is no reason to keep every shop from what the backup holds. */
async function verifyAll(
  trx: Transaction<Database>,
  { ledgers }: BackupTrailer,
): Promise<readonly RestoredLedger[]> {
  const verified: RestoredLedger[] = []
  for (const ledger of ledgers) {
    const { merchant_id, name, n, hash } = ledger
    const { difference } = await verifyIn(trx, merchant_id, [{ n, hash }].filter(hasEntries))
    if (difference !== undefined && breaksChain(difference)) {
      throw new Error(`The ledger of ${name} does not verify: ${differenceText(difference)}`)
    }
    verified.push({ ...ledger, difference })
  }
  return verified
}

const hasEntries = ({ n }: { readonly n: number }): boolean => n > 0

/** A server that has just been stopped is gone from the database within a moment. */
const GONE_WITHIN_MS = 5000

async function requireUnused(db: Kysely<Database>): Promise<void> {
  const deadline = performance.now() + GONE_WITHIN_MS
  while (await isUsed(db)) {
    if (performance.now() > deadline) {
      throw new Error('A server is using the database: stop it first.')
    }
    await wait(100)
  }
}

async function isUsed(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database()
       and application_name = ${SERVER_NAME}`.execute(db)
  return rows.length > 0
}
