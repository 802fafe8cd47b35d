import type { QueueFigures } from '@counterfoil/sync'
import { Dexie } from 'dexie'
import type { KioskDb } from './database'
import type { OutboxRow } from './rows'

/** Operations of any pairing in one state, the earliest first. */
export function ofState(db: KioskDb, state: OutboxRow['state']) {
  return db.outbox.where('[state+at]').between([state, Dexie.minKey], [state, Dexie.maxKey])
}

/** How much waits, and since when. */
export async function queueFigures(db: KioskDb): Promise<QueueFigures> {
  return db.transaction('r', db.outbox, async () => {
    // Dexie's own promises, so that all three are asked for at once within the transaction.
    const [oldest, pending, parked] = await Promise.all([
      ofState(db, 'queued').first(),
      ofState(db, 'queued').count(),
      ofState(db, 'parked').count(),
    ])
    return { pending, oldest_at: oldest === undefined ? null : oldest.at, parked }
  })
}
