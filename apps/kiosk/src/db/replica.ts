import {
  applyPage,
  type PullPage,
  readCursor,
  type Replica,
  REPLICA_TABLES,
} from '@counterfoil/sync'
import { getMeta, type KioskDb } from './database'
import { reopening } from './opening'

/** The tablet's copy of what its jobs need; only pull writes it. */
export function createReplica(db: KioskDb): Replica {
  return {
    cursor: () => reopening(db, () => readCursor(db)),
    apply: (page) => reopening(db, () => apply(db, page)),
    mark: async () => (await reopening(db, () => getMeta(db, 'settlements'))) ?? 0,
    caughtUp: async (mark) => {
      await reopening(db, () => dropSettled(db, mark))
    },
  }
}

/**
 * Rows and cursor in one transaction: a page is there or it is not. The scope is an async function of
 * its own, because Dexie keeps a transaction over native awaits only in such a one.
 */
function apply(db: KioskDb, page: PullPage): Promise<void> {
  const tables = ['meta', ...REPLICA_TABLES, 'pins', 'notices']
  return db.transaction('rw', tables, async () => applyPage(db, page))
}

/** What the server's rows say by now. */
function dropSettled(db: KioskDb, mark: number): Promise<void> {
  const tables = ['effects', 'movements', 'punches'] as const
  return db.transaction('rw', [...tables, 'crowds'], async () => {
    for (const table of tables) {
      const dropped = await db[table].where('settled').between(1, mark, true, true).delete()
      if (dropped > 0 && table === 'movements') await db.crowds.clear()
    }
  })
}
