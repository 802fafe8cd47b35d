import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLogger } from '../../logger'
import { databaseProblem } from '../database-problem'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres'
import { findPostmaster } from './postmaster-file'

// Whole clusters are made and started here: seconds, and many more on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 })

const log = createLogger('silent')
let dataDir: string
let running: EmbeddedPostgres | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'counterfoil-embedded-'))
})
afterEach(async () => {
  await running?.stop()
  await rm(dataDir, { recursive: true })
})

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<object>(sql)
  await client.end()
  return rows
}

/** A process that starts the database, as a server does. */
async function startElsewhere() {
  const script = fileURLToPath(new URL('testing-start.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  return { child, url: String(line).trim() }
}

test('what was written before kill -9 is there after the next start', async () => {
  const { child, url } = await startElsewhere()
  await query(url, 'create table note as select 1 as n')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const left = await findPostmaster(join(dataDir, 'postgres'))
  expect(left).toBeDefined()
  running = await startEmbeddedPostgres(dataDir, log)
  expect(await query(running.url, 'select n from note')).toEqual([{ n: 1 }])
  expect((await findPostmaster(join(dataDir, 'postgres')))?.pid).not.toBe(left?.pid)
})

test('a pid file that names somebody else’s process is no obstacle', async () => {
  running = await startEmbeddedPostgres(dataDir, log)
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  const text = await readFile(file, 'utf8')
  await running.stop()
  await writeFile(file, text.replace(/^\d+/, String(process.pid)))
  running = await startEmbeddedPostgres(dataDir, log)
  expect(await query(running.url, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a start that was cut off while making the cluster is made good by the next', async () => {
  const draft = join(dataDir, 'postgres.new', 'data')
  await mkdir(draft, { recursive: true })
  await writeFile(join(draft, 'PG_VERSION'), '18')
  running = await startEmbeddedPostgres(dataDir, log)
  expect(await query(running.url, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a second server on the same folder is refused', async () => {
  running = await startEmbeddedPostgres(dataDir, log)
  const client = new Client({ connectionString: running.url })
  client.on('error', () => undefined)
  await client.connect()
  await expect(startEmbeddedPostgres(dataDir, log)).rejects.toThrow('another server is using')
  expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  await client.end()
})

test('PostgreSQL that dies is started again on the same port', async () => {
  running = await startEmbeddedPostgres(dataDir, log)
  const { url } = running
  const before = await findPostmaster(join(dataDir, 'postgres'))
  process.kill(before?.pid ?? 0, 'SIGKILL')
  await vi.waitFor(async () => expect(await query(url, 'select 1 as n')).toHaveLength(1), 60_000)
})

test('it is asked through a socket in its own folder, which nobody else may enter', async () => {
  running = await startEmbeddedPostgres(dataDir, log)
  const folder = join(dataDir, 'postgres')
  expect(new URL(running.url).hostname).toBe(encodeURIComponent(folder))
  expect((await stat(folder)).mode & 0o077).toBe(0)
  expect(await query(running.url, 'select inet_client_addr() is null as here')).toEqual([
    { here: true },
  ])
})

test('while nobody listens at its socket, callers are told to come again', async () => {
  running = await startEmbeddedPostgres(dataDir, log)
  await running.stop()
  const client = new Client({ connectionString: running.url })
  const error = await client.connect().catch((reason: unknown) => reason)
  expect(databaseProblem(error)?.code).toBe('UNAVAILABLE')
  const noFile = await readFile(join(dataDir, 'nothing')).catch((reason: unknown) => reason)
  expect(databaseProblem(noFile)).toBeUndefined()
})

test('its password is readable by its owner alone, and it listens to this machine alone', async () => {
  running = await startEmbeddedPostgres(dataDir, log)
  expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600)
  expect(await query(running.url, 'show listen_addresses')).toEqual([
    { listen_addresses: '127.0.0.1' },
  ])
})
