import { chmod, rename, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { keptSecret } from '../../crypto/kept-secret'
import type { Logger } from '../../logger'
import { findBinaries, folderOf } from './binaries'
import { ensureCluster, SUPERUSER } from './cluster-files'
import { countClients, ensureDatabase, OWNER } from './own-database'
import {
  freePort,
  type PostmasterPlan,
  spawnPostmaster,
  stopPostmaster,
  untilReady,
} from './postmaster'
import { findPostmaster } from './postmaster-file'
import { socketFolder } from './socket-folder'
import { chooseUser } from './system-user'

export interface EmbeddedPostgres {
  readonly url: string
  /** Stops PostgreSQL; resolves when it is gone. */
  stop(): Promise<void>
}

/** Milliseconds PostgreSQL may take to stop politely; then it is told to stop at once. */
const PATIENCE = 4000
/** Connections of a server that was killed are gone after this long; others belong to a living one. */
const CLIENTS_GONE_MS = 5000
const LOG_BYTES = 5 * 1024 * 1024

/**
 * PostgreSQL in `<dataDir>/postgres`, on a free local port, with a random password that is kept
 * beside it. One left behind by a killed server is found and replaced. Should it die, it is started
 * again on the same port.
 * @throws Error when another living server uses the folder, or PostgreSQL cannot run here
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  log: Logger,
): Promise<EmbeddedPostgres> {
  const home = resolve(dataDir)
  const folder = join(home, 'postgres')
  const password = await keptSecret(home, 'postgres-password')
  const binaries = await findBinaries()
  // Secrets in it are readable by their owner alone; the database's user only passes through.
  await chmod(home, 0o711)
  const runAs = await chooseUser([home, folderOf(binaries)])
  await replaceLeftBehind(folder, password)
  await ensureCluster(folder, binaries, runAs, password)
  const plan: PostmasterPlan = {
    folder,
    binaries,
    runAs,
    logFile: await openLog(home),
    port: await freePort(),
    socket: await socketFolder(folder),
  }
  const keeper = keepRunning(plan, urlOf(SUPERUSER, password, plan.port, 'postgres'), log)
  await keeper.ready
  await ensureDatabase(urlOf(SUPERUSER, password, plan.port, 'postgres'), password)
  return { url: ownerUrl(password, plan), stop: keeper.stop }
}

/** The product's own database, as its owner; through the socket, a question costs less than by TCP. */
export function ownerUrl(
  password: string,
  { port, socket }: Pick<PostmasterPlan, 'port' | 'socket'>,
): string {
  return urlOf(OWNER, password, port, OWNER, socket === '' ? undefined : socket)
}

function urlOf(
  user: string,
  password: string,
  port: number,
  database: string,
  host = '127.0.0.1',
): string {
  return `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`
}

async function openLog(home: string): Promise<string> {
  const file = join(home, 'postgres.log')
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_BYTES) await rename(file, `${file}.1`)
  return file
}

/** A killed server leaves PostgreSQL running; its connections vanish within a moment. */
async function replaceLeftBehind(folder: string, password: string): Promise<void> {
  const running = await findPostmaster(folder)
  if (running === undefined) return
  const url = urlOf(SUPERUSER, password, running.port, 'postgres')
  const deadline = performance.now() + CLIENTS_GONE_MS
  while ((await countClients(url)) > 0) {
    if (performance.now() > deadline) throw new Error(`another server is using ${folder}`)
    await wait(100)
  }
  await stopPostmaster(running.pid, PATIENCE)
}

function keepRunning(plan: PostmasterPlan, url: string, log: Logger) {
  let stopping = false
  let child = spawnPostmaster(plan)
  const watch = (): void => {
    child.once('exit', (code, signal) => {
      if (stopping) return
      log.error({ code, signal }, 'the embedded PostgreSQL ended, starting it again')
      void again()
    })
  }
  const again = async (): Promise<void> => {
    await wait(500)
    if (stopping) return
    child = spawnPostmaster(plan)
    watch()
  }
  const ready = untilReady(child, url).then(watch)
  const stop = async (): Promise<void> => {
    stopping = true
    if (child.pid !== undefined && child.exitCode === null) {
      const running = await findPostmaster(plan.folder)
      await stopPostmaster(running?.pid ?? child.pid, PATIENCE)
    }
  }
  return { ready, stop }
}
