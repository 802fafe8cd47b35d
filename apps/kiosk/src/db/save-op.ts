import { type Draft, keepOp, OP_TABLES } from '@counterfoil/sync'
import { getMeta, type KioskDb } from './database'
import { reopening } from './opening'
import type { Identity, OutboxRow } from './rows'

/** Another tab leads, or this tablet is not paired (any more). */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

/**
 * Judges an operation and keeps it: number, operation, and what it changes here, in one strict
 * transaction. When this resolves it is on disk; when it rejects, nothing of it is.
 * @param tab must still be the leader
 */
export function saveOp(db: KioskDb, tab: string, draft: Draft): Promise<OutboxRow> {
  return reopening(db, (again) =>
    db.transaction('rw', OP_TABLES, async () => {
      // Run again after a lost connection: the first run may have been the one that counted.
      const kept = again ? await db.outbox.get(draft.id) : undefined
      return kept ?? (await keepOp(db, writer(db, tab), draft))
    }),
  )
}

/** Who this tablet is, if it may write. */
async function writer(db: KioskDb, tab: string): Promise<Identity> {
  const [identity, leader] = await Promise.all([getMeta(db, 'identity'), getMeta(db, 'leader')])
  if (leader !== tab) throw new NotAllowed('another tab leads')
  if (identity?.state !== 'paired') throw new NotAllowed('not paired')
  return identity
}
