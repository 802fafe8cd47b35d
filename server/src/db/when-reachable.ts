import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from '../logger'
import { databaseProblem } from './database-problem'

const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 5000

/**
 * Does a step of the start as soon as the database lets it, trying again with growing pauses while
 * it is away or another node is at it.
 * @throws Error what else goes wrong: a password that is refused, a migration that fails
 */
export async function whenReachable<T>(
  step: () => Promise<T>,
  log: Logger,
  stopping: AbortSignal,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await step()
    } catch (error) {
      if (databaseProblem(error)?.code !== 'UNAVAILABLE' || stopping.aborted) throw error
      const pause = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt)
      log.warn({ err: error, pause }, 'the database is not available, trying again')
      await wait(pause, undefined, { signal: stopping })
    }
  }
}
