import type {
  EpochMs,
  Id,
  PersonPins,
  PinCounter,
  PinFailure,
  SignOnFact,
} from '@counterfoil/domain'

export interface PinFacts {
  readonly staff?: readonly StaffFacts[] | null
  readonly sign_ons?: readonly SignOnFact[] | null
}

export interface StaffFacts {
  readonly id: Id
  readonly active: boolean
  /** Every PIN: which there are, and when each was replaced. */
  readonly pins: readonly (readonly [version: number, replaced_at: EpochMs | null])[] | null
  readonly counter: PinCounter | null
  readonly person: PersonLocks | null
}

export interface PersonLocks {
  readonly failures: readonly PinFailure[]
  readonly locked_until_occurred: EpochMs | null
  readonly locked_until_received: EpochMs | null
}

export function personPins(person: PersonLocks): PersonPins {
  const { failures, locked_until_occurred: occurred, locked_until_received: received } = person
  const locked = occurred !== null && received !== null
  return { failures, locked_until: locked ? { occurred, received } : null }
}
