import { readPairing } from '@counterfoil/domain'
import type { Kiosk, Live } from '../kiosk'
import { createStore } from './store'

/** How far the pairing has come; `paired` shows by itself, as the kiosk's own state. */
export type PairingStep =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'not_pairing' }
  | { readonly kind: 'working' }
  | { readonly kind: 'refused'; readonly code: string }

export interface PairingFlow extends Live<PairingStep> {
  readonly scanned: (text: string) => void
  readonly typed: (code: string) => void
}

/** Pairs with whatever is filmed or typed, one attempt at a time. */
export function createPairingFlow(
  kiosk: Pick<Kiosk, 'pair' | 'pairByCode'>,
  onUnexpected: (error: unknown) => void,
): PairingFlow {
  const step = createStore<PairingStep>({ kind: 'waiting' })

  async function attempt(pair: () => ReturnType<Kiosk['pair']>): Promise<void> {
    if (step.get().kind === 'working') return
    step.set({ kind: 'working' })
    try {
      const outcome = await pair()
      step.set(outcome.kind === 'paired' ? { kind: 'waiting' } : outcome)
    } catch (error) {
      onUnexpected(error)
      step.set({ kind: 'refused', code: 'UNEXPECTED' })
    }
  }

  return {
    ...step,
    scanned: (text) => {
      const pairing = readPairing(text.trim())
      if (pairing !== undefined) void attempt(() => kiosk.pair(pairing))
      else if (step.get().kind !== 'working') step.set({ kind: 'not_pairing' })
    },
    typed: (code) => {
      const clean = code.replaceAll(/[\s-]/g, '').toUpperCase()
      if (clean !== '') void attempt(() => kiosk.pairByCode(clean))
    },
  }
}
