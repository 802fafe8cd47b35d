import type { EpochMs, Id } from '@counterfoil/domain'

/** A sign-on, while it lasts. */
export interface SignedOn {
  readonly op_id: Id
  readonly staff_id: Id
  readonly name: string
  readonly until: EpochMs
}

/** The operation is not in the queue; the person must be told that nothing was kept. */
export interface NotSaved {
  readonly kind: 'not_saved'
  readonly reason: 'QUOTA' | 'STORAGE' | 'NOT_LEADER'
}
