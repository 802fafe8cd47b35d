import type { Id } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import type { Draft } from '@counterfoil/sync'
import { reopening } from '../db/opening'
import type { OutboxRow } from '../db/rows'
import { NotAllowed, saveOp } from '../db/save-op'
import { isQuota } from '../db/trouble'
import type { NotSaved } from '../kiosk'
import type { Tablet } from './tablet'

export type Committed =
  | { readonly kind: 'saved'; readonly row: OutboxRow; readonly verdict: WireVerdict | null }
  | NotSaved

export type OpenDraft = Omit<Draft, 'id' | 'at' | 'offset_ms'> & { readonly id?: Id }

/**
 * Saves one operation and waits for the server as long as a person does. "Saved" means on disk;
 * whatever goes wrong before that is told, and nothing is kept.
 */
export async function commit(tablet: Tablet, open: OpenDraft): Promise<Committed> {
  if (!tablet.leads()) return { kind: 'not_saved', reason: 'NOT_LEADER' }
  const id = open.id ?? tablet.newId()
  // Out of reach nobody waits: a verdict that comes after all makes its notice by itself.
  if (tablet.reaches()) tablet.awaited.add(id)
  try {
    const draft = { ...open, id, at: tablet.wall(), offset_ms: tablet.offset() }
    const row = await saveOp(tablet.db, tablet.tab, draft)
    tablet.onStorage(null)
    return { kind: 'saved', row, verdict: await verdictOn(tablet, row) }
  } catch (error) {
    const reason = reasonOf(error)
    if (reason !== 'NOT_LEADER') tablet.onStorage(reason === 'QUOTA' ? reason : 'UNAVAILABLE')
    return { kind: 'not_saved', reason }
  } finally {
    tablet.awaited.delete(id)
  }
}

function reasonOf(error: unknown): NotSaved['reason'] {
  if (error instanceof NotAllowed) return 'NOT_LEADER'
  return isQuota(error) ? 'QUOTA' : 'STORAGE'
}

async function verdictOn(tablet: Tablet, row: OutboxRow): Promise<WireVerdict | null> {
  const verdict = await tablet.submit(row.id)
  if (verdict !== null || !tablet.awaited.delete(row.id)) return verdict
  try {
    return await lateVerdict(tablet, row)
  } catch {
    // The operation is safe; whether its verdict is there can be read later.
    return null
  }
}

/**
 * The verdict may be settling at this very moment, believing that somebody waits for it. This
 * transaction comes after that one: either it finds the verdict, or a later one makes the notice.
 */
function lateVerdict({ db }: Tablet, row: OutboxRow): Promise<WireVerdict | null> {
  return reopening(db, () =>
    db.transaction('rw', db.outbox, async () => (await db.outbox.get(row.id))?.verdict ?? null),
  )
}
