import { fileURLToPath } from 'node:url'
import { announce } from './announce'
import { ConfigError, readConfig } from './config'
import { createLogger } from './logger'
import { startServer } from './start'

/** Where the built apps are, seen from the sources and from the bundle alike. */
const APPS = fileURLToPath(new URL('../../apps', import.meta.url))
/** Run from its sources it may do without the apps, as measurements do; the bundle may not. */
const BUNDLED = !import.meta.url.endsWith('.ts')

/** A stop that takes longer than this is cut short: whoever asked would kill us at ten seconds. */
const STOP_WITHIN_MS = 9500

function readConfigOrExit() {
  try {
    return readConfig(process.env, process.stdout.isTTY)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    return process.exit(1)
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the log says more'
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  return taken ? `port ${config.port} is in use, set PORT to another` : error.message
}

const config = readConfigOrExit()
const log = createLogger(config.logLevel)
const stopping = new AbortController()

// Asked twice, it ends at once; what was answered is in the database either way.
const asked = (signal: NodeJS.Signals): void => {
  if (stopping.signal.aborted) process.exit(1)
  log.info({ signal }, 'stopping')
  stopping.abort()
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
}
process.on('SIGTERM', asked)
process.on('SIGINT', asked)

try {
  const running = await startServer({
    config,
    log,
    apps: APPS,
    appsRequired: BUNDLED,
    stopping: stopping.signal,
  })
  const stop = async (): Promise<void> => {
    await running.stop()
    process.exit(0)
  }
  if (stopping.signal.aborted) await stop()
  stopping.signal.addEventListener('abort', () => void stop())
  await announce(running.deps, running.demo, (line) => console.log(line))
} catch (error) {
  if (stopping.signal.aborted) process.exit(0)
  log.fatal({ err: error }, 'the server cannot start')
  console.error(`\n  Counterfoil cannot start: ${reasonOf(error)}\n`)
  process.exit(1)
}
