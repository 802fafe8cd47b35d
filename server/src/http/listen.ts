import { once } from 'node:events'
import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '../config'

/** What running requests get before their connections are cut. */
const DRAIN_MS = 5000

/** Slow senders lose their connection after this long. */
const REQUEST_MS = 60_000
/** Longer than what proxies keep idle connections for. */
const KEEP_ALIVE_MS = 65_000

/** @throws Error as of `listen(2)`: the port is taken, the address is not ours */
export async function listen(server: Server, { port, host }: Config): Promise<void> {
  server.requestTimeout = REQUEST_MS
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.listen(port, host)
  await once(server, 'listening')
}

/** Takes no more connections, lets running requests end, cuts what is left. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const late = new AbortController()
  await Promise.race([closed, wait(DRAIN_MS, undefined, { signal: late.signal })])
  late.abort()
  server.closeAllConnections()
}
