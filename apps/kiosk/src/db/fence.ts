import type { CancelSignal } from '@counterfoil/sync'
import { getMeta, type KioskDb, putMeta } from './database'

/**
 * Names the one tab whose writes go through from now on.
 * @param lost says that the lead was taken away; then nothing is written. Read first: whoever was
 *   frozen hears of it before the answer of its own database.
 */
export function takeFence(db: KioskDb, tab: string, lost: CancelSignal): Promise<void> {
  return db.transaction('rw', db.meta, async () => {
    await getMeta(db, 'leader')
    if (!lost.cancelled) await putMeta(db, 'leader', tab)
  })
}
