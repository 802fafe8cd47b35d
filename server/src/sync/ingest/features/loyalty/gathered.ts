import type { EpochMs, Id } from '@counterfoil/domain'

/** A card's stamp as it stands at the end of the batch. */
export interface StampState {
  readonly card_id: Id
  readonly occurred_at: EpochMs
  readonly count: number
  readonly voided: boolean
}

/** A purchase or redemption as it stands at the end of the batch. */
export interface MoveState {
  readonly card_id: Id
  readonly occurred_at: EpochMs
  readonly points: number
  readonly stamps: number
  readonly voided: boolean
}

/** By operation. */
export interface Gathered {
  readonly stamps: ReadonlyMap<Id, StampState>
  readonly moves: ReadonlyMap<Id, MoveState>
}
