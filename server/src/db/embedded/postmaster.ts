import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { Binaries } from './binaries'
import { isAlive, isGone } from './postmaster-file'
import { memoryHere, roomFor } from './room'
import { type RunAs, spawnAs } from './system-user'

/** How long PostgreSQL may take to accept connections; replaying its log after a crash takes time. */
const START_WITHIN_MS = 300_000
const POLL_MS = 40

export interface PostmasterPlan {
  readonly folder: string
  readonly binaries: Binaries
  readonly runAs: RunAs
  readonly logFile: string
  readonly port: number
  /** Folder of its socket; empty where there is none. */
  readonly socket: string
}

/** Starts PostgreSQL; its output goes to a file, so that it outlives us undisturbed. */
export function spawnPostmaster({
  folder,
  binaries,
  runAs,
  logFile,
  port,
  socket,
}: PostmasterPlan) {
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${socket}`,
    'max_connections=120',
    ...roomFor(memoryHere()),
    'timezone=UTC',
    'log_timezone=UTC',
    'log_statement=none',
    // Statements may carry what people typed.
    'log_min_error_statement=panic',
  ]
  const flags = settings.flatMap((setting) => ['-c', setting])
  const log = openSync(logFile, 'a', 0o600)
  try {
    const command = [binaries.postgres, '-D', folder, '-p', String(port), ...flags] as const
    return spawnAs(runAs, command, { stdio: ['ignore', log, log] })
  } finally {
    closeSync(log)
  }
}

/** Waits for a first connection. @throws Error when the process ends before */
export async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + START_WITHIN_MS
  const gone = once(child, 'exit')
  while (child.exitCode === null && child.signalCode === null) {
    if (await canConnect(url)) return
    if (performance.now() > deadline) throw new Error('PostgreSQL does not accept connections')
    await Promise.race([wait(POLL_MS), gone])
  }
  throw new Error(`PostgreSQL ended with ${child.exitCode ?? child.signalCode}`)
}

async function canConnect(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 })
  // A connection refused is the expected answer here; one lost later ends the attempt as well.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** Stops it without waiting for clients; after `patience` ms at once. Resolves when it is gone. */
export async function stopPostmaster(pid: number, patience: number): Promise<void> {
  const impatient = performance.now() + patience
  let asked: NodeJS.Signals | undefined
  while (await isAlive(pid)) {
    const signal = performance.now() < impatient ? 'SIGINT' : 'SIGQUIT'
    if (signal !== asked) signalIfThere(pid, signal)
    asked = signal
    await wait(POLL_MS)
  }
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!isGone(error)) throw error
  }
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
