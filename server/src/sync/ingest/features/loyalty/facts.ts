import type {
  BalanceMove,
  EpochMs,
  Id,
  ProgramFact,
  RewardFact,
  StampFact,
} from '@counterfoil/domain'

export interface LoyaltyFacts {
  readonly cards?: readonly CardFacts[] | null
  readonly programs?: readonly ProgramFact[] | null
  readonly rewards?: readonly RewardFact[] | null
  readonly target_cards?: readonly TargetCard[] | null
}

/** A stamp as read: op, time, count. */
export type StampTuple = readonly [op_id: Id, at: EpochMs, count: number]

/** A movement as read: op, time, points, stamps. */
export type MoveTuple = readonly [op_id: Id, at: EpochMs, points: number, stamps: number]

export interface CardFacts {
  readonly id: Id
  /** Where its row lies, until somebody writes it. */
  readonly place: string
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
  readonly points: number
  /** Movements that count of the last 48 hours. */
  readonly moving: readonly MoveTuple[] | null
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
  readonly movement: {
    readonly points: number
    readonly stamps: number
    readonly occurred_at: EpochMs
    readonly voided: boolean
  } | null
}

export function moveFact([op_id, at, points, stamps]: MoveTuple): BalanceMove {
  return { op_id, at, points, stamps }
}

export function stampFact([op_id, at, count]: StampTuple): StampFact {
  return { op_id, at, count }
}
