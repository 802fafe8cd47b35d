import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type EpochMs, formatInstant } from '@counterfoil/domain'
import { type ClientBase, escapeIdentifier } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { backupMac } from './backup-mac'
import { withOneConnection } from './client'
import { type BackupHeader, type BackupTrailer, END_OF_ROWS } from './format'
import { listTables } from './list-tables'

export interface BackupOrder {
  readonly url: string
  /** Must not be there yet. */
  readonly file: string
  readonly secret: string
  readonly now: EpochMs
}

/**
 * Writes a backup as of one moment, while the server works on. The file appears when it is whole
 * and on disk.
 * @throws Error when the file is there already, or the database cannot be read
 */
export async function writeBackup(order: BackupOrder): Promise<BackupTrailer> {
  const { file, url } = order
  const draft = `${file}.part`
  if (await isThere(file)) throw new Error(`${file} is there already.`)
  try {
    const trailer = await withOneConnection(url, ({ db, client }) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(() => writeDraft(client(), order, draft)),
    )
    await flush(draft)
    await rename(draft, file)
    return trailer
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function writeDraft(
  client: ClientBase,
  order: BackupOrder,
  draft: string,
): Promise<BackupTrailer> {
  const written: Written = {}
  const text = Readable.from(backupText(client, order, written))
  await pipeline(text, createGzip(), createWriteStream(draft, { mode: 0o600 }))
  if (written.trailer === undefined) throw new Error('the backup has no end')
  return written.trailer
}

interface Written {
  trailer?: BackupTrailer
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r')
  await handle.sync()
  await handle.close()
}

async function* backupText(
  client: ClientBase,
  { secret, now }: BackupOrder,
  written: Written,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const keep = (bytes: Buffer): Buffer => {
    hash.update(bytes)
    return bytes
  }
  yield keep(lineOf(await headerOf(client, now)))
  const rows: Record<string, number> = {}
  for (const { table, columns } of await listTables(client)) {
    yield keep(lineOf({ table, columns }))
    let count = 0
    const list = columns.map((name) => escapeIdentifier(name)).join(', ')
    const from = escapeIdentifier(table)
    const copy = client.query(copyTo(`copy (select ${list} from ${from}) to stdout`))
    for await (const chunk of copy as AsyncIterable<Buffer>) {
      count += linesIn(chunk)
      yield keep(chunk)
    }
    rows[table] = count
    yield keep(Buffer.from(`${END_OF_ROWS}\n`))
  }
  const ledgers = await readLedgers(client)
  const sha256 = hash.digest('hex')
  written.trailer = { end: true, rows, ledgers, sha256, mac: backupMac(secret, sha256) }
  yield lineOf(written.trailer)
}

function lineOf(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}

/** `COPY` writes a row as one line: line breaks in values are escaped. */
function linesIn(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1
  return count
}

async function headerOf(client: ClientBase, now: EpochMs): Promise<BackupHeader> {
  const { rows } = await client.query<{ name: string }>(
    'select name from kysely_migration order by name',
  )
  const migrations = rows.map(({ name }) => name)
  return { counterfoil_backup: 1, created_at: formatInstant(now), migrations }
}

async function readLedgers(client: ClientBase): Promise<BackupTrailer['ledgers']> {
  const { rows } = await client.query<BackupTrailer['ledgers'][number] & { n: string }>(
    `select merchant_id, name, ledger_n as n, ledger_hash as hash
       from merchant join merchant_head using (merchant_id) order by name`,
  )
  return rows.map((row) => Object.assign(row, { n: Number(row.n) }))
}
