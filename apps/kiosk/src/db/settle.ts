import type { EpochMs } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import { EFFECT_TABLES, type OnScreen, settle } from '@counterfoil/sync'
import type { KioskDb } from './database'

/** Keeps final verdicts and follows them, in one strict transaction. */
export function settleVerdicts(
  db: KioskDb,
  verdicts: readonly WireVerdict[],
  receivedAt: EpochMs,
  onScreen: OnScreen,
): Promise<void> {
  const tables = ['meta', 'outbox', ...EFFECT_TABLES, 'notices']
  // Async, because Dexie keeps a transaction over native awaits only in such a scope.
  return db.transaction('rw', tables, async () => settle(db, verdicts, receivedAt, onScreen))
}
