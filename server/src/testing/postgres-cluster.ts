import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'

export interface PostgresCluster {
  /** Superuser connection to the maintenance database `postgres` of the cluster. */
  readonly url: string
  /** Stops the cluster and deletes its folder; a cluster given by `TEST_DATABASE_URL` is left alone. */
  stop(): Promise<void>
}

export interface ClusterOptions {
  /** `false` trades durability for speed; never for a test about crashes. Default `true`. */
  readonly durable?: boolean
  /** More `postgres` command line flags, such as `['-c', 'statement_timeout=5s']`. */
  readonly flags?: readonly string[]
}

/** Nothing survives a crash; and no process but those that answer, on small machines dear to wake. */
const FAST = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=4GB',
  'autovacuum=off',
  'io_method=sync',
  'max_parallel_workers_per_gather=0',
]

/**
 * Starts a real PostgreSQL 18 on a free local port in a temporary folder.
 *
 * With `TEST_DATABASE_URL` in the environment nothing is started and that server is used; it must
 * let the user create databases. The cluster stops with the calling process, however that ends.
 */
export async function startPostgresCluster(options: ClusterOptions = {}): Promise<PostgresCluster> {
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined }
  const keeper = await spawnKeeper(options)
  return { url: await firstLine(keeper), stop: () => letGo(keeper) }
}

async function spawnKeeper({ durable = true, flags = [] }: ClusterOptions): Promise<ChildProcess> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'counterfoil-postgres-'))
  const settings = ['max_connections=200', 'listen_addresses=127.0.0.1', ...(durable ? [] : FAST)]
  const order = {
    databaseDir,
    port: await freePort(),
    password: randomBytes(12).toString('hex'),
    // As the embedded database: a question costs a third less than over TCP.
    socket: process.platform !== 'win32',
    flags: [...settings.flatMap((setting) => ['-c', setting]), '-k', databaseDir, ...flags],
  }
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const keeper = fileURLToPath(new URL('cluster-keeper.ts', import.meta.url))
  // Its own process group: a Ctrl-C meant for the tests must not reach PostgreSQL first.
  return spawn(process.execPath, ['--import', tsx, keeper, JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
}

async function firstLine(keeper: ChildProcess): Promise<string> {
  const complaints: string[] = []
  keeper.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  if (keeper.stdout === null) throw new Error('the PostgreSQL keeper has no output')
  for await (const line of createInterface({ input: keeper.stdout })) {
    const { url } = JSON.parse(line) as { url: string }
    keeper.unref()
    return url
  }
  throw new Error(`PostgreSQL did not start:\n${complaints.join('')}`)
}

async function letGo(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null) return
  const gone = once(keeper, 'exit')
  keeper.ref()
  keeper.stdin?.end()
  await gone
}

/** A TCP port that was free a moment ago on the loopback address. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was assigned')
  return address.port
}
