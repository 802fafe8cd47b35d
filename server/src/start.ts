import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app'
import { createBootApp } from './boot-app'
import type { Config } from './config'
import { closeDeps, createDeps } from './create-deps'
import { type DemoStart, startDemo } from './demo-start'
import { keptSecret } from './crypto/kept-secret'
import { openDatabase } from './db/database'
import { startEmbeddedPostgres } from './db/embedded/embedded-postgres'
import { migrateDatabase, workingRole } from './db/migrate'
import { requireSettings } from './db/session-settings'
import { requireWall } from './db/wall/app-role'
import { whenReachable } from './db/when-reachable'
import type { Deps } from './deps'
import { answerClientErrors } from './http/client-error'
import { drain, listen } from './http/listen'
import { announceRegularly } from './door/announcements'
import { sweepRegularly } from './jobs/sweep'
import type { Logger } from './logger'
import { sendMailsRegularly } from './mail/mailer'
import { requireKey } from './merchants/require-key'
import { loadApps } from './pages/apps.routes'

export interface StartOptions {
  readonly config: Config
  readonly log: Logger
  /** Folder that holds `kiosk/dist` and `console/dist`. */
  readonly apps: string
  /** Whether to refuse to start without them. */
  readonly appsRequired: boolean
  /** Aborted when the start shall be given up. */
  readonly stopping: AbortSignal
}

export interface RunningServer {
  readonly deps: Deps
  /** `undefined` without a demo. */
  readonly demo: DemoStart | undefined
  /** Lets running requests end, then stops everything, within ten seconds. */
  stop(): Promise<void>
}

/**
 * Starts in the order that lets a load balancer see it: first the port (`/healthz`, and 503 to all
 * else), then the database, its schema, the demo, the application.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { config, log, stopping } = options
  const apps = await loadApps(options.apps, options.appsRequired)
  let answer = createBootApp(config, log).fetch
  const listener = getRequestListener((request, env) => answer(request, env))
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
  answerClientErrors(server)
  await listen(server, config)
  const database = await openPostgres(config, log)
  try {
    const { deps, demo } = await Promise.race([prepare(options, database.url), givenUp(stopping)])
    answer = createApp(deps, apps).fetch
    const endSweeping = sweepRegularly(deps)
    const endAnnouncing = announceRegularly(deps)
    const endSending = sendMailsRegularly(deps)
    const stop = async (): Promise<void> => {
      endSweeping()
      await Promise.all([endAnnouncing(), endSending(), stopServing(server, deps)])
      return stopAll(deps, database)
    }
    return { deps, demo, stop }
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** Everything the start writes is written in transactions: it may be left at any point. */
async function givenUp(stopping: AbortSignal): Promise<never> {
  if (!stopping.aborted) await once(stopping, 'abort')
  throw new Error('the start was given up')
}

async function prepare(
  { config, log, stopping }: StartOptions,
  connectionString: string,
): Promise<Pick<RunningServer, 'deps' | 'demo'>> {
  const direct = config.databaseDirectUrl ?? connectionString
  await whenReachable(() => migrateDatabase(direct), log, stopping)
  const role = await whenReachable(() => workingRole(connectionString), log, stopping)
  const db = openDatabase({ connectionString, max: config.databasePool, role, log })
  await whenReachable(() => requireWall(db), log, stopping)
  await whenReachable(() => requireSettings(db, log), log, stopping)
  const deps = createDeps({
    config,
    log,
    connectionString: direct,
    db,
    earlierSecrets: config.secretKeysPrevious,
    secret: config.secretKey ?? (await keptSecret(config.dataDir, 'secret-key')),
  })
  await whenReachable(() => requireKey(db, deps.crypto), log, stopping)
  const demo = config.demo ? await whenReachable(() => startDemo(deps), log, stopping) : undefined
  return { deps, demo }
}

interface Postgres {
  readonly url: string
  stop(): Promise<void>
}

async function openPostgres({ databaseUrl, dataDir }: Config, log: Logger): Promise<Postgres> {
  if (databaseUrl === undefined) return startEmbeddedPostgres(dataDir, log)
  return { url: databaseUrl, stop: async () => undefined }
}

async function stopServing(server: Server, deps: Deps): Promise<void> {
  // Streams end first: they would keep their connections open for ever.
  await deps.bus.close()
  await drain(server)
}

async function stopAll(deps: Deps, database: Postgres): Promise<void> {
  await closeDeps(deps)
  await database.stop()
}
