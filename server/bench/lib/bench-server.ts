import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { readConfig } from '../../src/config'
import { createDeps, closeDeps } from '../../src/create-deps'
import { openDatabase, parsers } from '../../src/db/database'
import { migrateDatabase, workingRole } from '../../src/db/migrate'
import type { Database } from '../../src/db/schema'
import { acrossMerchants } from '../../src/db/wall/merchant-scope'
import { ACROSS_OPTIONS } from '../../src/db/wall/scope'
import type { Deps } from '../../src/deps'
import { createLogger } from '../../src/logger'
import { memoryHere, roomFor } from '../../src/db/embedded/room'
import { freePort, startPostgresCluster } from '../../src/testing/postgres-cluster'
import { cpuTime } from './cpu-time'

export interface BenchServer {
  readonly origin: string
  /** Of the database. */
  readonly url: string
  /** Of the same database and secret, in this process: to make the shop with. */
  readonly deps: Deps
  /** The same database as its owner, without time limits: what the server itself may not do. */
  readonly owner: Kysely<Database>
  /** Processor time used so far, in milliseconds; what a busy machine does not change. */
  cpu(): Promise<{ readonly server: number | null; readonly postgres: number | null }>
  stop(): Promise<void>
}

/** As `pnpm start` and the image give them. */
const AS_STARTED = ['--max-semi-space-size=64']
const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** As the embedded one, and it counts statements, and how long it plans and runs each. */
const COUNTING = [
  ...roomFor(memoryHere()),
  'shared_preload_libraries=pg_stat_statements',
  'pg_stat_statements.track_planning=on',
].flatMap((setting) => ['-c', setting])

/** A real server process on a durable PostgreSQL of its own. */
export async function startBenchServer(): Promise<BenchServer> {
  const cluster = await startPostgresCluster({ durable: true, flags: COUNTING })
  await migrateDatabase(cluster.url)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const secret = randomBytes(32).toString('base64')
  const env = {
    PATH: process.env['PATH'] ?? '',
    PORT: String(port),
    PUBLIC_URL: origin,
    DATABASE_URL: cluster.url,
    SECRET_KEY: secret,
    DEMO: '0',
    LOG_LEVEL: 'warn',
  }
  const flags = ['--import', 'tsx', ...AS_STARTED, ...profiling()]
  const child = spawn(process.execPath, [...flags, MAIN], {
    env,
    stdio: ['ignore', process.stderr, process.stderr],
  })
  await ready(origin, child)
  const log = createLogger('silent')
  const role = await workingRole(cluster.url)
  const db = openDatabase({ connectionString: cluster.url, max: 4, role, log })
  const deps = createDeps({
    config: readConfig(env),
    db: acrossMerchants(db),
    connectionString: undefined,
    secret,
    log,
  })
  const owner = openOwner(cluster.url)
  await sql`create extension if not exists pg_stat_statements`.execute(owner).catch(() => undefined)
  const postmaster = await postmasterOf(deps)
  return {
    origin,
    url: cluster.url,
    deps,
    owner,
    cpu: async () => ({
      server: await cpuTime(child.pid ?? 0),
      postgres: await cpuTime(postmaster),
    }),
    stop: async () => {
      await deps.bus.close()
      await closeDeps({ ...deps, db })
      await owner.destroy()
      await stopChild(child)
      await cluster.stop()
    },
  }
}

function openOwner(connectionString: string): Kysely<Database> {
  const pool = new Pool({ connectionString, max: 4, options: ACROSS_OPTIONS, types: parsers })
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

/** As the database does by itself within a minute. */
export async function tidy({ owner }: Pick<BenchServer, 'owner'>): Promise<void> {
  await sql`vacuum analyze`.execute(owner)
  await sql`checkpoint`.execute(owner)
}

async function postmasterOf({ db }: Deps): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  const stat = await readFile(`/proc/${rows[0]?.pid}/stat`, 'utf8').catch(() => '')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0)
}

/** `BENCH_PROFILE=<folder>` writes a CPU profile of the server there when it stops. */
function profiling(): string[] {
  const folder = process.env['BENCH_PROFILE']
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}

async function ready(origin: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error('the server did not start')
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok === true) return
    await wait(100)
  }
  throw new Error('the server is not ready after 30 s')
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
