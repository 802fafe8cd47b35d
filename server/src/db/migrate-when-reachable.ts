import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from '../logger'
import { databaseProblem } from './database-problem'
import { migrateDatabase } from './migrate'

const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 5000

/**
 * Migrates as soon as the database can be reached, trying again with growing pauses.
 * @throws Error what else goes wrong: a password that is refused, a migration that fails
 */
export async function migrateWhenReachable(
  connectionString: string,
  log: Logger,
  stopping: AbortSignal,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await migrateDatabase(connectionString)
    } catch (error) {
      if (databaseProblem(error)?.code !== 'UNAVAILABLE' || stopping.aborted) throw error
      const pause = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt)
      log.warn({ err: error, pause }, 'the database cannot be reached, trying again')
      await wait(pause, undefined, { signal: stopping })
    }
  }
}
