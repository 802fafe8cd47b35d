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

/** Cards and their programs, as far as the operations name them. */
export interface LoyaltyWorld {
  readonly programs: Map<Id, ProgramFact>
  /** By token hash (base64url SHA-256 of the QR's token). */
  readonly cards: Map<string, CardFact>
  /** By card, every stamp that counts within the cooldown or the local day around the operations. */
  readonly stamps: Map<Id, readonly StampFact[]>
  /** By card, the sum of all its stamps that count, full sets included. */
  readonly totals: Map<Id, number>
}

export interface LoyaltyEffects {
  stamp: { readonly card_id: Id; readonly stamp: StampFact }
  stamp_voided: { readonly card_id: Id; readonly op_id: Id; readonly count: number }
}

export function emptyLoyalty(): LoyaltyWorld {
  return { programs: new Map(), cards: new Map(), stamps: new Map(), totals: new Map() }
}
