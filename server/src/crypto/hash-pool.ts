import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { tryLater } from '../problem-error'

/** bcrypt in worker threads: the event loop never waits, and a flood meets a bounded queue. */
export interface HashPool {
  /** @param text at most 72 bytes of UTF-8, more would be ignored. @throws ProblemError UNAVAILABLE */
  hash(text: string, cost: number): Promise<string>
  /** @throws ProblemError UNAVAILABLE when too many wait already */
  compare(text: string, hash: string): Promise<boolean>
  close(): Promise<void>
}

export interface HashPoolOptions {
  /** Threads; by default one less than there are cores, at least one. */
  readonly threads: number
  /** Comparisons that may wait. */
  readonly queue?: number
}

/** Threads start with the first comparison and do not keep the process alive. */
export function createHashPool({ threads, queue = 2000 }: HashPoolOptions): HashPool {
  const pool = new Piscina({
    // Lies beside this file in the sources and beside the bundle when built.
    filename: fileURLToPath(new URL('./hash-worker.mjs', import.meta.url)),
    minThreads: 0,
    maxThreads: threads,
    maxQueue: queue,
    idleTimeout: 30_000,
    // Without inherited flags a worker starts the same under every runner.
    execArgv: [],
  })
  const run = async (name: string, order: object): Promise<unknown> => {
    if (pool.queueSize >= queue) throw tryLater('UNAVAILABLE', 5)
    return pool.run(order, { name })
  }
  return {
    hash: async (text, cost) => String(await run('hash', { text, cost })),
    compare: async (text, hash) => (await run('compare', { text, hash })) === true,
    close: () => pool.destroy(),
  }
}
