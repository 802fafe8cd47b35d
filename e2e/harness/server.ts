import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashPassword } from '../../server/src/auth/passwords'
import { createHashPool } from '../../server/src/crypto/hash-pool'
import { hashCheaply } from '../../server/src/testing/hash-cheaply'
import { freePort } from '../../server/src/testing/postgres-cluster'
import {
  createEmptyDatabase,
  createTestDatabase,
  type TestDatabase,
} from '../../server/src/testing/test-database'
import { testRun } from '../../server/src/testing/cluster-broker'
import { sql } from './database'
import { stopEmbeddedPostgres } from './embedded-postgres'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** Where the product is that was built: this folder, or a copy of it named in COUNTERFOIL_PRODUCT. */
const PRODUCT = process.env['COUNTERFOIL_PRODUCT'] ?? ROOT
const entryOf = (product: string): string => join(product, 'server/dist/main.js')
/** The built server. */
export const SERVER_ENTRY = entryOf(PRODUCT)
const READY_WITHIN = 60_000

export interface ServerOptions {
  /**
   * `shared` (default): a database of the run's cluster, the quick way, with the demo in it already; `embedded`: the
   * server's own PostgreSQL in its own data folder; or a connection string.
   */
  readonly database?: 'shared' | 'embedded' | { readonly url: string }
  /** Fill the empty database with the demo; default true. */
  readonly demo?: boolean
  /** More environment, or other values for what this class sets. */
  readonly env?: Readonly<Record<string, string>>
  /** A copy of the product, as `copyProduct` makes it, to run instead of the one that was built. */
  readonly product?: string
}

interface Setting {
  readonly product: string
  readonly env: Readonly<Record<string, string>>
  readonly port: number
  readonly dataDir: string
  readonly database: TestDatabase | undefined
  readonly isNode: boolean
}

const living = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

/** The built product as a process of its own, killed and restarted as a test likes. */
export class ProductServer {
  #process: ChildProcess | undefined
  #output: string[] = []

  private constructor(readonly setting: Setting) {}

  /** A server with everything it needs, not started. */
  static async prepared(options: ServerOptions = {}): Promise<ProductServer> {
    if (!existsSync(SERVER_ENTRY))
      throw new Error('The server is not built: run `pnpm build` first.')
    return new ProductServer(await prepare(options))
  }

  /** Starts a server and waits until `/readyz` says 200. @throws with its output when it does not */
  static async start(options: ServerOptions = {}): Promise<ProductServer> {
    const server = await ProductServer.prepared(options)
    try {
      await server.boot()
    } catch (error) {
      await server.close()
      throw error
    }
    return server
  }

  /**
   * A second node on the same database, with the same secrets and the same public address.
   * @param more environment of this node alone
   */
  async startSibling(more: Readonly<Record<string, string>> = {}): Promise<ProductServer> {
    const { url } = this.database
    const port = await freePort()
    const dataDir = await mkdtemp(join(tmpdir(), 'counterfoil-node-'))
    const env = {
      ...this.setting.env,
      DATABASE_URL: url,
      PORT: `${port}`,
      DATA_DIR: dataDir,
      DEMO: '0',
      ...more,
    }
    const own = { port, dataDir, database: undefined, isNode: true }
    const sibling = new ProductServer({ ...this.setting, ...own, env })
    await sibling.boot()
    return sibling
  }

  /** Where this node listens; for a single node also its public address. */
  get origin(): string {
    return `http://localhost:${this.setting.port}`
  }

  /** Password of every demo account. */
  get demoPassword(): string {
    return this.setting.env['DEMO_PASSWORD'] ?? ''
  }

  /** @throws when the server runs its own embedded database */
  get database(): { readonly url: string } {
    const url = this.setting.env['DATABASE_URL']
    if (url === undefined) throw new Error('this server keeps its database to itself')
    return { url }
  }

  /** What the server has printed since it was first started. */
  get output(): string {
    return this.#output.join('')
  }

  /** Waits until the server has printed something like this. @throws after ten seconds */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const match = pattern.exec(this.output)
      if (match !== null) return match
      await new Promise((next) => setTimeout(next, 50))
    }
    throw new Error(`${String(pattern)} was not printed:\n${this.output}`)
  }

  /** Starts the process again after `stop` or `kill9`, on the same data and the same port. */
  async boot(): Promise<void> {
    await this.#ready(this.launch())
  }

  /** The same without waiting for anything. */
  launch(): ChildProcess {
    const { dataDir, env, product } = this.setting
    const child = spawn(process.execPath, ['--enable-source-maps', entryOf(product)], {
      cwd: dataDir,
      env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    living.add(child)
    child.on('exit', () => living.delete(child))
    child.stdout.on('data', (chunk: Buffer) => this.#output.push(chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => this.#output.push(chunk.toString()))
    this.#process = child
    return child
  }

  /** Resolves when the process that was launched says that it is ready. */
  async ready(): Promise<void> {
    if (this.#process === undefined) throw new Error('the server was not launched')
    await this.#ready(this.#process)
  }

  async #ready(child: ChildProcess): Promise<void> {
    const deadline = performance.now() + READY_WITHIN
    while (child.exitCode === null && child.signalCode === null && performance.now() < deadline) {
      const status = await fetch(`${this.origin}/readyz`).then(
        (response) => response.status,
        () => 0,
      )
      if (status === 200) return
      await new Promise((next) => setTimeout(next, 50))
    }
    child.kill('SIGKILL')
    throw new Error(`The server did not become ready:\n${this.output}`)
  }

  /** Ends the process as a power cut would. */
  kill9(): Promise<void> {
    return this.#end('SIGKILL')
  }

  /** Ends the process politely; resolves when it is gone. */
  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }

  /** Stops the process and deletes its data and its database. */
  async close(): Promise<void> {
    await this.#end(this.setting.isNode ? 'SIGKILL' : 'SIGTERM')
    await stopEmbeddedPostgres(this.setting.dataDir)
    await rm(this.setting.dataDir, { recursive: true, force: true })
    await this.setting.database?.drop()
  }
}

/** Copies what was built into a folder, where a test may change it. Answers for `product`. */
export async function copyProduct(folder: string): Promise<string> {
  for (const part of ['server/dist', 'apps/kiosk/dist', 'apps/console/dist']) {
    await cp(join(PRODUCT, part), join(folder, part), { recursive: true })
  }
  await cp(join(ROOT, 'server/package.json'), join(folder, 'server/package.json'))
  await symlink(join(ROOT, 'server/node_modules'), join(folder, 'server/node_modules'))
  return folder
}

/** Secrets that every server of the run shares, so that a database filled by one serves another. */
const runSecret = (name: string): string =>
  createHash('sha256').update(`${name} ${testRun()}`).digest('base64url')

/** A migrated database with the demo in it, filled by a real server once per run. */
function createDemoDatabase(): Promise<TestDatabase> {
  return createTestDatabase(async (url) => {
    const server = await ProductServer.start({ database: { url } })
    await server.close()
    await cheapenSignIn(url, server.demoPassword)
  }, 'demo')
}

/** Nearly every test signs in; what a password costs whoever guesses it is tested by the server. */
async function cheapenSignIn(url: string, password: string): Promise<void> {
  const pool = createHashPool({ threads: 1 })
  const hash = await hashPassword(hashCheaply(pool), password)
  await pool.close()
  await sql(url, 'update account set password_hash = $1', [hash])
}

async function prepare({
  database = 'shared',
  demo = true,
  env = {},
  product = PRODUCT,
}: ServerOptions): Promise<Setting> {
  const port = await freePort()
  const dataDir = await mkdtemp(join(tmpdir(), 'counterfoil-data-'))
  const shared = demo ? createDemoDatabase : createEmptyDatabase
  const own = database === 'shared' ? await shared() : undefined
  const url = typeof database === 'object' ? database.url : own?.url
  return {
    product,
    port,
    dataDir,
    database: own,
    isNode: false,
    env: {
      HOST: '127.0.0.1',
      PORT: `${port}`,
      PUBLIC_URL: `http://localhost:${port}`,
      DATA_DIR: dataDir,
      DEMO: demo ? '1' : '0',
      DEMO_PASSWORD: runSecret('demo').slice(0, 16),
      ...(url === undefined ? {} : { DATABASE_URL: url, SECRET_KEY: runSecret('key') }),
      ...env,
    },
  }
}
