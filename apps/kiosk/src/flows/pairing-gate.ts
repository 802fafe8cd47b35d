import type { Kiosk, PairOutcome } from '../kiosk'
import type { KioskDb } from '../db/database'
import { isQuota } from '../db/trouble'
import { persistStorage } from '../device/storage'
import type { Lead } from './lead'
import { pair, pairByCode } from './pairing'

/** Pairing from the screens' side: one at a time, with the engine at rest, and never a rejection. */
export function createPairingGate(db: KioskDb, lead: Lead): Pick<Kiosk, 'pair' | 'pairByCode'> {
  let busy: Promise<PairOutcome> | null = null

  async function attempt(work: () => Promise<PairOutcome>): Promise<PairOutcome> {
    if (!lead.leads()) return { kind: 'refused', code: 'NOT_LEADER' }
    lead.pause()
    try {
      const outcome = await work()
      if (outcome.kind === 'paired') await persistStorage()
      return outcome
    } catch (error) {
      return { kind: 'refused', code: isQuota(error) ? 'QUOTA' : 'STORAGE' }
    } finally {
      await lead.restart()
    }
  }

  function once(work: () => Promise<PairOutcome>): Promise<PairOutcome> {
    busy ??= attempt(work).finally(() => {
      busy = null
    })
    return busy
  }

  return {
    pair: (pairing) => once(() => pair(db, pairing)),
    pairByCode: (code) => once(() => pairByCode(db, code)),
  }
}
