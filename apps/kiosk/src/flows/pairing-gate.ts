import type { Kiosk, PairOutcome } from '../kiosk'
import type { KioskDb } from '../db/database'
import { isQuota } from '../db/trouble'
import { persistStorage } from '../device/storage'
import type { Lead } from './lead'
import type * as Pairing from './pairing'

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
    pair: (pairing) => once(() => withPairing(({ pair }) => pair(db, pairing))),
    pairByCode: (code) => once(() => withPairing(({ pairByCode }) => pairByCode(db, code))),
  }
}

/** Pairing happens once a year, so its code comes when it is asked for. */
async function withPairing(
  work: (pairing: typeof Pairing) => Promise<PairOutcome>,
): Promise<PairOutcome> {
  let pairing: typeof Pairing
  try {
    pairing = await import('./pairing')
  } catch {
    return { kind: 'refused', code: 'UNREACHABLE' }
  }
  return work(pairing)
}
