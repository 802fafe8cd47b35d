import type { Id } from './ids'
import type { EpochMs } from './time'

export interface ProgramFact {
  readonly id: Id
  readonly kind: 'stamps' | 'points'
  readonly active: boolean
  readonly stamps_required: number
  readonly cooldown_minutes: number
  readonly daily_limit: number
  readonly pin_required: boolean
  /** Points for 100 minor units of money. */
  readonly points_per_unit: number
  /** A smaller purchase earns nothing. */
  readonly min_amount_minor: number
  /** One purchase earns at most these. */
  readonly max_points_per_op: number
  /** ISO 4217; points are earned for money of this currency only. */
  readonly currency: string
}

/** Something a card is exchanged for. */
export interface RewardFact {
  readonly id: Id
  readonly program_id: Id
  readonly active: boolean
  /** In points, or in full sets of a program of stamps. */
  readonly cost: number
}

export interface CardFact {
  readonly id: Id
  readonly program_id: Id
  readonly status: 'active' | 'blocked'
}

/** One stamp operation that counts: accepted (or accepted by review) and not voided. */
export interface StampFact {
  readonly op_id: Id
  readonly at: EpochMs
  readonly count: number
}

/** What an operation that counts moved on a card beside stamps given; negative where redeemed. */
export interface BalanceMove {
  readonly op_id: Id
  readonly at: EpochMs
  readonly points: number
  readonly stamps: number
}

/** Cards and their programs, as far as the operations name them. */
export interface LoyaltyWorld {
  readonly programs: Map<Id, ProgramFact>
  /** By token hash (base64url SHA-256 of the QR's token). */
  readonly cards: Map<string, CardFact>
  /** By card, every stamp that counts within the cooldown or the local day around the operations. */
  readonly stamps: Map<Id, readonly StampFact[]>
  /** By card, the sum of all its stamps that count, full sets included, redeemed ones not. */
  readonly totals: Map<Id, number>
  readonly rewards: Map<Id, RewardFact>
  /** By card, the sum of its points. */
  readonly points: Map<Id, number>
  /** By card, lately. */
  readonly moves: Map<Id, readonly BalanceMove[]>
}

export interface LoyaltyEffects {
  stamp: { readonly card_id: Id; readonly stamp: StampFact }
  stamp_voided: { readonly card_id: Id; readonly op_id: Id; readonly count: number }
  card_moved: { readonly card_id: Id; readonly move: BalanceMove }
  card_move_voided: {
    readonly card_id: Id
    readonly op_id: Id
    readonly points: number
    readonly stamps: number
  }
}

export function emptyLoyalty(): LoyaltyWorld {
  return {
    programs: new Map(),
    cards: new Map(),
    stamps: new Map(),
    totals: new Map(),
    rewards: new Map(),
    points: new Map(),
    moves: new Map(),
  }
}
