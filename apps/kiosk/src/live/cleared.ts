import { createStore } from '../app/store'
import { getMeta, type KioskDb } from '../db/database'
import { reopening } from '../db/opening'
import type { Live, PairingState } from '../kiosk'

export interface Guarded {
  readonly pairing: Live<PairingState>
  /** Looks whether the pairing is still on disk. */
  readonly check: () => Promise<void>
}

/**
 * A pairing ends by the server's word and leaves its traces. One that is gone without any was
 * emptied from outside, which no query hears of: it is looked for now and then, and told as such.
 * @param onCleared nothing may speak for that pairing any more
 */
export function guardPairing(
  db: KioskDb,
  stored: Live<PairingState>,
  onCleared: () => void,
): Guarded {
  const pairing = createStore(stored.get())

  function take(next: PairingState): void {
    const before = pairing.get()
    if (next.kind === 'unpaired' && before.kind === 'cleared') return
    const gone = next.kind === 'unpaired' || next.kind === 'cleared'
    const cleared = gone && before.kind === 'paired'
    pairing.set(cleared ? { kind: 'cleared', store_name: before.store_name } : next)
    if (cleared) onCleared()
  }

  async function check(): Promise<void> {
    if (pairing.get().kind !== 'paired') return
    try {
      const identity = await reopening(db, () => getMeta(db, 'identity'))
      if (identity === undefined) take({ kind: 'unpaired' })
    } catch {
      // Storage that cannot be read is told by whoever needs it next.
    }
  }

  stored.subscribe(() => take(stored.get()))
  return { pairing, check }
}
