import type { EpochMs, Id, ProgramFact, StampFact } from '@counterfoil/domain'

export interface LoyaltyFacts {
  readonly cards?: readonly CardFacts[] | null
  readonly programs?: readonly ProgramFact[] | null
  readonly target_cards?: readonly TargetCard[] | null
}

/** A stamp as read: op, time, count. */
export type StampTuple = readonly [op_id: Id, at: EpochMs, count: number]

export interface CardFacts {
  readonly id: Id
  readonly token_hash: string
  readonly program_id: Id
  readonly number: string
  readonly status: 'active' | 'blocked'
  readonly stamps: number
  readonly last_stamp_at: EpochMs | null
  /** The latest stamp that counts and is no target of an undo in this batch. */
  readonly last_untouched_at: EpochMs | null
  /** That count, within the windows asked for and of the last 48 hours. */
  readonly counting: readonly StampTuple[] | null
}

/** An operation on a card that the batch wants undone. */
export interface TargetCard {
  readonly op_id: Id
  readonly card_id: Id
  /** As it stands; `null` when it moved nothing. */
  readonly stamp: {
    readonly occurred_at: EpochMs
    readonly count: number
    readonly voided: boolean
  } | null
}

export function stampFact([op_id, at, count]: StampTuple): StampFact {
  return { op_id, at, count }
}
