import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type EpochMs, epochMs } from '@counterfoil/domain'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../db/database'
import { migrateDatabase } from '../db/migrate'
import { verifyLedger } from '../ledger/verify/verify-ledger'
import { createLogger } from '../logger'
import { IngestShop, PIN, WRONG_PIN } from '../sync/testing'
import { createEmptyDatabase, type TestDatabase } from '../testing/test-database'
import { requireOwnSession } from './client'
import { LEFT_OUT } from './format'
import { restoreBackup } from './restore-backup'
import { urlOf } from './testing'
import { writeBackup } from './write-backup'

const SECRET = 'kq2Fz0Wb7uXh9LmN4tRvYc1sGdJp6EaQ'
const NOW: EpochMs = epochMs(Date.parse('2026-11-20T12:00:00Z'))
const log = createLogger('silent')
const CHANGED_ENTRY = `update ledger_entry set body = jsonb_set(body, '{stamps}', '4') where n = 3`
const WRONG_COLUMN = `update ledger_entry set status = 'rejected' where n = 2`

let shop: IngestShop
let folder: string
let file: string
let original: Record<string, string>
const databases: TestDatabase[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterfoil-backup-'))
  shop = await IngestShop.open()
  const tablet = await shop.tablet()
  const person = await shop.person()
  const signOn = await tablet.signOn(person, PIN)
  const card = await shop.freeCard()
  const stamp = tablet.stamp(card.token, { sign_on: signOn.id })
  const undo = { op_id: stamp.id, reason: 'a\tb\\N\n\\.\nnaïve ☕' }
  await tablet.push([
    signOn,
    stamp,
    tablet.stamp(card.token, { count: 3 }),
    tablet.op('op.void', undo, { sign_on: signOn.id }),
    await tablet.signOn(person, WRONG_PIN),
  ])
  file = join(folder, 'one.backup.gz')
  await writeBackup({ url: await urlOf(shop.server), file, secret: SECRET, now: NOW })
  original = await dump(await urlOf(shop.server))
})
afterAll(async () => {
  await shop.close()
  await Promise.all(databases.map((database) => database.drop()))
  await rm(folder, { recursive: true })
})

async function emptyDatabase(): Promise<string> {
  const database = await createEmptyDatabase()
  databases.push(database)
  return database.url
}

const restoreTo = (url: string, more: { file?: string; secret?: string; force?: boolean } = {}) =>
  restoreBackup({ url, file, secret: SECRET, force: false, now: NOW, ...more })

/** Everything in a database that a backup holds: a digest by table, short enough to read. */
async function dump(url: string): Promise<Record<string, string>> {
  const db = openDatabase({ connectionString: url, max: 1, log, name: 'test' })
  try {
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public'
         and not starts_with(tablename, 'kysely') order by 1`.execute(db)
    const found: Record<string, string> = {}
    for (const { name } of rows.filter((row) => !LEFT_OUT.includes(row.name))) {
      const all = await sql<{ text: string }>`
        select coalesce(string_agg(r::text, E'\n' order by r::text), '') as text
          from (select (to_jsonb(t) - 'feed_epoch') as r from ${sql.table(name)} t) as x`.execute(
        db,
      )
      found[name] = createHash('sha256')
        .update(all.rows[0]?.text ?? '')
        .digest('hex')
    }
    return found
  } finally {
    await db.destroy()
  }
}

test('what comes back is what was there, and verifies', async () => {
  const url = await emptyDatabase()
  const ledgers = await restoreTo(url)
  expect(await dump(url)).toEqual(original)
  expect(ledgers).toMatchObject([{ merchant_id: shop.merchant_id, n: 5 }])
  const db = openDatabase({ connectionString: url, max: 1, log })
  const { end, difference } = await verifyLedger(db, shop.merchant_id)
  const { rows } = await sql<{ feed_epoch: number }>`
    select feed_epoch from merchant_head`.execute(db)
  await db.destroy()
  expect({ difference, ...end }).toMatchObject({ difference: undefined, n: 5 })
  // Seconds since 2020: a life that no other restore has.
  expect(rows[0]?.feed_epoch).toBe((NOW - Date.UTC(2020, 0, 1)) / 1000)
})

test('a backup is of one moment, however much is written meanwhile', async () => {
  const busy = await shop.server.shop('busy')
  const one = new IngestShop(shop.server, busy)
  const tablet = await one.tablet()
  const card = await one.freeCard()
  const enough = new AbortController()
  const writer = (async () => {
    while (!enough.signal.aborted) {
      await tablet.push([tablet.stamp(card.token), tablet.stamp(card.token)])
    }
  })()
  const moving = join(folder, 'moving.backup.gz')
  const url = await urlOf(shop.server)
  await writeBackup({ url, file: moving, secret: SECRET, now: NOW })
  enough.abort()
  await writer
  const ledgers = await restoreTo(await emptyDatabase(), { file: moving })
  expect(ledgers.map(({ difference }) => difference)).toEqual([undefined, undefined])
})

describe('a database that is not empty', () => {
  test('is left alone, unless told otherwise; a server that nobody used counts as empty', async () => {
    const url = await emptyDatabase()
    await migrateDatabase(url)
    await restoreTo(url)
    await expect(restoreTo(url)).rejects.toThrow('The database is not empty.')
    await restoreTo(url, { force: true })
    expect(await dump(url)).toEqual(original)
  })

  test('is left alone while a server uses it', async () => {
    const url = await urlOf(shop.server)
    await expect(restoreTo(url, { force: true })).rejects.toThrow('stop it first')
  })

  test.each([
    ['', []],
    [', though a column before it is wrong as well', [WRONG_COLUMN]],
  ])('keeps what it has when a chain in the backup is broken%s', async (_, more) => {
    const url = await emptyDatabase()
    await restoreTo(url)
    const before = await dump(url)
    const broken = await forged(CHANGED_ENTRY, ...more)
    await expect(restoreTo(url, { force: true, file: broken })).rejects.toThrow(
      'The ledger of harbour does not verify: Entry 3 was changed',
    )
    expect(await dump(url)).toEqual(before)
  })
})

test.each([
  ['card', 'update card set stamps = stamps + 1'],
  ['ledger_entry', WRONG_COLUMN],
])('what does not fit a whole chain comes back as it was, and is told: %s', async (table, deed) => {
  const url = await emptyDatabase()
  const [ledger] = await restoreTo(url, { file: await forged(deed) })
  expect(ledger).toMatchObject({ n: 5, difference: { fault: 'value_differs', table } })
  expect((await dump(url))[table]).not.toBe(original[table])
})

/** A backup of a database that somebody had tampered with, by a server with the right key. */
async function forged(...deeds: readonly string[]): Promise<string> {
  const url = await emptyDatabase()
  await restoreTo(url)
  const db = openDatabase({ connectionString: url, max: 1, log, name: 'test' })
  await sql`set session_replication_role = 'replica'`.execute(db)
  for (const deed of deeds) await sql.raw(deed).execute(db)
  await db.destroy()
  const forgery = join(folder, `forged-${databases.length}.backup.gz`)
  await writeBackup({ url, file: forgery, secret: SECRET, now: NOW })
  return forgery
}

describe('a file that is not as it was written', () => {
  async function changed(name: string, change: (bytes: Buffer) => Buffer): Promise<string> {
    const other = join(folder, name)
    await writeFile(other, change(await readFile(file)))
    return other
  }
  const edited = (from: string, to: string) => (bytes: Buffer) =>
    gzipSync(gunzipSync(bytes).toString('latin1').replace(from, to), { level: 1 })
  const cutText = (share: number) => (bytes: Buffer) => {
    const text = gunzipSync(bytes)
    return gzipSync(text.subarray(0, Math.floor(text.length * share)))
  }
  test.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), /cut off or damaged/],
    ['cut and packed anew', cutText(0.5), /cut off/],
    ['without its last line', cutText(0.985), /cut off|checksum/],
    ['with another number', edited('"stamps": 3', '"stamps": 4'), /checksum does not fit/],
    ['with a bit turned', (bytes: Buffer) => flip(bytes), /damaged|changed|checksum|cut off/],
    ['of another kind', () => gzipSync('{"counterfoil_backup":9}\n'), /This is no backup/],
    ['of nothing', () => Buffer.from('no'), /cannot be unpacked/],
  ])('is refused before anything is touched: %s', async (name, change, message) => {
    const other = await changed(`${name}.gz`, change)
    await expect(restoreTo('postgres://nobody@127.0.0.1:1/x', { file: other })).rejects.toThrow(
      message,
    )
  })

  test('is refused under another key', async () => {
    const secret = 'zq2Fz0Wb7uXh9LmN4tRvYc1sGdJp6EaQ'
    const url = await emptyDatabase()
    await expect(restoreTo(url, { secret })).rejects.toThrow('another SECRET_KEY')
    expect(await dump(url)).toEqual({})
  })

  test('never takes the place of another', async () => {
    const url = await urlOf(shop.server)
    await expect(writeBackup({ url, file, secret: SECRET, now: NOW })).rejects.toThrow(
      'is there already',
    )
  })
})

function flip(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const place = Math.floor(copy.length / 2)
  copy[place] = (copy[place] ?? 0) ^ 1
  return copy
}

test('through a pooler that swallows settings nothing is backed up, and it says what to do', async () => {
  // Connections for other work are made without them, as a pooler makes all of its own.
  const db = openDatabase({ connectionString: await urlOf(shop.server), max: 1, log })
  await expect(requireOwnSession(db)).rejects.toThrow('DATABASE_DIRECT_URL')
  await db.destroy()
})
