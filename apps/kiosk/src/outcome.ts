import type { EpochMs, Id, Verdict } from '@counterfoil/domain'
import type { NotSaved } from './kiosk-saved'

export interface Live<T> {
  readonly get: () => T
  readonly subscribe: (onChange: () => void) => () => void
}

export type Outcome = Decided | NotSaved

/** What to show after an operation was saved. */
export interface Decided {
  readonly kind: 'decided'
  readonly op_id: Id
  readonly verdict: Verdict
  /** `server`: final (✓✓). `tablet`: our own judgement, will be confirmed (✓). */
  readonly by: 'server' | 'tablet'
  /** The server knows more than we do; ours is no yes and no no. */
  readonly pending: boolean
  /** Stamps on the card after this, full sets included; `null` when the card is unknown here. */
  readonly stamps: number | null
  readonly undo_until: EpochMs | null
}
