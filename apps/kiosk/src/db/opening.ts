import type { KioskDb } from './database'
import { isClosed, isQuota, type StorageTrouble } from './trouble'

export interface OpeningOptions {
  readonly onTrouble: (trouble: StorageTrouble | null) => void
  /** Another tab has brought the data to a newer version: this page is of no use as it is. */
  readonly onOutdated: () => void
}

const PAUSE_MS = 2000

/**
 * Opens the database and keeps at it: tablets lose connections after updates, and another tab may
 * hold up an upgrade. Resolves when it is open; what stands in the way is told meanwhile.
 */
export async function openDatabase(db: KioskDb, options: OpeningOptions): Promise<void> {
  db.on('blocked', () => options.onTrouble('BLOCKED'))
  db.on('versionchange', () => {
    // Another tab wants to upgrade: let go at once, or both wait for ever.
    db.close()
    options.onTrouble('BLOCKED')
    options.onOutdated()
  })
  for (;;) {
    try {
      await db.open()
      options.onTrouble(null)
      return
    } catch (error) {
      options.onTrouble(isQuota(error) ? 'QUOTA' : 'UNAVAILABLE')
    }
    db.close({ disableAutoOpen: false })
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE_MS)
    })
  }
}

/**
 * Runs something that may be run twice. A connection that the browser closed under us is opened
 * anew; the second failure is the caller's.
 * @param run is told whether it runs once more
 */
export async function reopening<T>(
  db: KioskDb,
  run: (again: boolean) => PromiseLike<T>,
): Promise<T> {
  try {
    return await run(false)
  } catch (error) {
    if (!isClosed(error)) throw error
    db.close({ disableAutoOpen: false })
    await db.open()
    return await run(true)
  }
}
