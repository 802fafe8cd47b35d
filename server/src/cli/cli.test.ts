import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urlOf } from '../backup/testing'
import { createCrypto } from '../crypto/crypto'
import { migrateDatabase } from '../db/migrate'
import { requireKey } from '../merchants/require-key'
import { resealAll } from '../secrets/reseal'
import { IngestShop } from '../sync/testing'
import { createEmptyDatabase } from '../testing/test-database'
import { runCli } from './run-cli'

const SECRET_KEY = 'kq2Fz0Wb7uXh9LmN4tRvYc1sGdJp6EaQ'

let shop: IngestShop
let url: string
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterfoil-cli-'))
  shop = await IngestShop.open()
  await shop.server.shop('rival')
  const tablet = await shop.tablet()
  const card = await shop.freeCard()
  await tablet.push([tablet.stamp(card.token), tablet.stamp(card.token)])
  url = await urlOf(shop.server)
})
afterAll(async () => {
  await shop.close()
  await rm(folder, { recursive: true })
})

/** What a command prints, and its exit code. */
async function counterfoil(args: string, env: Readonly<Record<string, string>> = {}) {
  const printed: string[] = []
  const said: string[] = []
  const out = new Writable({
    write: (chunk: Buffer, _, done) => {
      printed.push(chunk.toString())
      done()
    },
  })
  const code = await runCli(args === '' ? [] : args.split(' '), {
    env: { DATABASE_URL: url, ...env },
    out,
    say: (line) => said.push(line),
    stopping: new AbortController().signal,
  })
  return { code, out: printed.join(''), said: said.join('\n') }
}

describe('ledger verify', () => {
  test('says of every merchant how far its ledger is whole', async () => {
    const { code, out } = await counterfoil('ledger verify')
    expect(out).toMatch(
      /^harbour: whole, up to entry 2, 2:[0-9a-f]{64}\nrival: whole, up to nothing\n$/,
    )
    expect(code).toBe(0)
  })

  test('takes a point that was noted earlier', async () => {
    const { out } = await counterfoil('ledger verify --merchant Harbour')
    const point = /2:[0-9a-f]{64}/.exec(out)?.[0] ?? ''
    expect((await counterfoil(`ledger verify --merchant harbour --point ${point}`)).code).toBe(0)
    const other = point.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
    expect((await counterfoil(`ledger verify --merchant harbour --point ${other}`)).code).toBe(3)
    expect((await counterfoil(`ledger verify --point ${point}`)).code).toBe(2)
  })

  test('names the first difference, exit code 3', async () => {
    const { db } = shop.server.deps
    await sql`update card set stamps = stamps + 1`.execute(db)
    const { code, out } = await counterfoil(`ledger verify --merchant ${shop.merchant_id}`)
    await sql`update card set stamps = stamps - 1`.execute(db)
    expect(out).toMatch(
      /^harbour: NOT whole\. In card [0-9a-f-]{36}, stamps should be 2, found 3\./,
    )
    expect(code).toBe(3)
  })
})

describe('ledger export', () => {
  test('prints it, or writes it to a new file', async () => {
    const { code, out } = await counterfoil('ledger export --merchant harbour --format jsonl')
    expect(out.trimEnd().split('\n')).toHaveLength(3)
    expect(code).toBe(0)
    const file = join(folder, 'ledger.csv')
    const args = `ledger export --merchant harbour --format csv --out ${file}`
    expect((await counterfoil(args)).code).toBe(0)
    expect((await readFile(file, 'utf8')).split('\r\n')).toHaveLength(4)
    expect(await counterfoil(args)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/EEXIST/),
    })
  })

  test('of a merchant nobody knows says which there are', async () => {
    const { code, said } = await counterfoil('ledger export --merchant nobody --format csv')
    expect(said).toContain(`  ${shop.merchant_id}  harbour`)
    expect(code).toBe(1)
  })
})

test('backup and restore, from one database to another', async () => {
  const file = join(folder, 'all.backup.gz')
  const written = await counterfoil(`backup ${file}`, { SECRET_KEY })
  expect(written).toMatchObject({ code: 0, said: expect.stringMatching(/SECRET_KEY/) })
  expect(written.out).toMatch(/all\.backup\.gz: \d+ bytes\nharbour: ledger up to 2:[0-9a-f]{64}\n/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const other = await createEmptyDatabase()
  const env = { DATABASE_URL: other.url, SECRET_KEY }
  const { code, out } = await counterfoil(`restore ${file}`, env)
  expect(out).toMatch(/^harbour: restored, ledger whole up to 2:/)
  expect(code).toBe(0)
  expect((await counterfoil('ledger verify', env)).code).toBe(0)
  expect(await counterfoil(`restore ${file}`, env)).toMatchObject({ code: 1 })
  expect((await counterfoil('restored', env)).code).toBe(0)
  await other.drop()
})

test('a restore of figures that do not fit their ledger says so, exit code 3', async () => {
  const { db } = shop.server.deps
  const file = join(folder, 'odd.backup.gz')
  await sql`update card set stamps = stamps + 1`.execute(db)
  await counterfoil(`backup ${file}`, { SECRET_KEY })
  await sql`update card set stamps = stamps - 1`.execute(db)
  const other = await createEmptyDatabase()
  const env = { DATABASE_URL: other.url, SECRET_KEY }
  const { code, out } = await counterfoil(`restore ${file}`, env)
  expect(out).toMatch(
    /^harbour: restored, NOT whole\. In card [0-9a-f-]{36}, stamps should be 2, found 3\. \(Chain whole up to 2:[0-9a-f]{64}\.\)\nrival: restored, ledger whole/,
  )
  expect(code).toBe(3)
  expect((await counterfoil('ledger verify', env)).code).toBe(3)
  await other.drop()
})

test('secrets rotate: a new key, the earlier one read once more, then needed no more', async () => {
  const NEXT = 'Zt5Wm8Qe2Rx7Yc1Vb4Nn6Kj9Hg3Fd0Sa'
  const earlier = 'a secret that only tests know, 0123456789'
  // What the shop of the test is sealed with is an example: no server would take it.
  expect(await counterfoil('secrets rotate', { SECRET_KEY: NEXT })).toMatchObject({ code: 1 })
  const refused = { SECRET_KEY: NEXT, SECRET_KEY_PREVIOUS: earlier }
  expect((await counterfoil('secrets rotate', refused)).code).toBe(1)
  const { db } = shop.server.deps
  await sql`update device set claimed_at = created_at`.execute(db)
  const key = createCrypto(SECRET_KEY)
  await resealAll(db, createCrypto(SECRET_KEY, [earlier]))
  const env = { SECRET_KEY: NEXT, SECRET_KEY_PREVIOUS: SECRET_KEY }
  const { code, out, said } = await counterfoil('secrets rotate', env)
  expect(out).toMatch(/^sealing_key: 2 sealed anew, 0 were already\n/)
  expect(said).toMatch(/^Tablets paired so far: \d+\. Leave the earlier key/)
  expect(code).toBe(0)
  const again = await counterfoil('secrets rotate', { SECRET_KEY: NEXT })
  expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/^sealing_key: 0 .*, 2 were/) })
  await expect(requireKey(shop.server.unscoped, key)).rejects.toThrow('another SECRET_KEY')
})

describe('what cannot be done is said, and nothing is done', () => {
  test.each([
    ['', 2, /Usage: counterfoil <command>/],
    ['--help', 0, /ledger verify \[--merchant/],
    ['ledger burn', 2, /Usage: counterfoil <command>/],
    ['ledger verify --wat', 2, /Unknown option '--wat'/],
    ['ledger verify --help', 0, /Walks the chain/],
    ['ledger verify now', 2, /Usage: counterfoil ledger verify/],
    ['ledger export --format csv', 2, /--merchant/],
    ['ledger export --merchant x --format pdf', 2, /csv or jsonl/],
    ['ledger verify --merchant harbour --point 1:2', 2, /is no point/],
    ['restore', 2, /Usage: counterfoil restore <file>/],
    ['backup', 1, /Set SECRET_KEY/],
    ['restore /nowhere/at.all', 1, /Set SECRET_KEY/],
  ] as const)('%j', async (args, code, said) => {
    expect(await counterfoil(args)).toMatchObject({ code, said: expect.stringMatching(said) })
  })

  test('a database of another version, or none', async () => {
    const database = await createEmptyDatabase()
    const env = { DATABASE_URL: database.url }
    expect((await counterfoil('ledger verify', env)).said).toBe('The database is empty.')
    await migrateDatabase(database.url)
    expect((await counterfoil('ledger verify', env)).code).toBe(0)
    await database.drop()
    const none = await counterfoil('ledger verify', { DATABASE_URL: '', DATA_DIR: folder })
    expect(none).toMatchObject({ code: 1, said: expect.stringMatching(/no embedded database/) })
  })

  test('a restore into a data folder without the key', async () => {
    const env = { DATABASE_URL: '', DATA_DIR: folder }
    const { said } = await counterfoil('restore some.backup.gz', env)
    expect(said).toMatch(/put the secret-key of the server that made the backup there/)
  })
})
