import type { Id } from './ids'
import type { OpKind } from './op'
import type { MerchantSettings } from './policy'
import type { EpochMs } from './time'
import type { VerdictStatus } from './verdict'

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

export interface StaffFact {
  readonly id: Id
  readonly active: boolean
}

/** Wrong PINs of one person on one device. */
export interface PinCounter {
  readonly wrong: number
  readonly locked_until: EpochMs | null
}

/** A wrong PIN that was tested: when it happened, and when the judging side heard of it. */
export interface PinFailure {
  readonly occurred_at: EpochMs
  readonly received_at: EpochMs
}

/** Wrong PINs of one person on all devices since the last unlock. */
export interface PersonPins {
  readonly failures: readonly PinFailure[]
  /** Both ends of one lock: on the scale of when things happened, and of when they arrived. */
  readonly locked_until: { readonly occurred: EpochMs; readonly received: EpochMs } | null
}

export interface SignOnFact {
  readonly op_id: Id
  readonly device_id: Id
  readonly staff_id: Id
  readonly occurred_at: EpochMs
  readonly accepted: boolean
  readonly ended_at: EpochMs | null
}

/** An earlier operation, as far as an undo needs to know it. */
export interface TargetFact {
  readonly op_id: Id
  readonly kind: OpKind
  readonly store_id: Id
  readonly status: VerdictStatus
  readonly occurred_at: EpochMs
  readonly sign_on: Id | null
  readonly voided: boolean
  readonly card_id: Id | null
  readonly count: number
}

/**
 * Everything the rules may look at, loaded by the caller: under the merchant's lane on the server,
 * from the replica on a tablet. A working copy: `applyJudgement` moves it on within a batch.
 * What is absent is unknown, so the caller must load every fact that the operations name.
 */
export interface World {
  readonly settings: MerchantSettings
  readonly programs: Map<Id, ProgramFact>
  /** By token hash (base64url SHA-256 of the QR's token). */
  readonly cards: Map<string, CardFact>
  /** By card, every stamp that counts within the cooldown or the local day around the operations. */
  readonly stamps: Map<Id, readonly StampFact[]>
  /** By card, the sum of all its stamps that count, full sets included. */
  readonly totals: Map<Id, number>
  readonly staff: Map<Id, StaffFact>
  /** By {@link pinKey}. */
  readonly pin_counters: Map<string, PinCounter>
  readonly person_pins: Map<Id, PersonPins>
  readonly sign_ons: Map<Id, SignOnFact>
  readonly targets: Map<Id, TargetFact>
}

export function emptyWorld(settings: MerchantSettings): World {
  return {
    settings,
    programs: new Map(),
    cards: new Map(),
    stamps: new Map(),
    totals: new Map(),
    staff: new Map(),
    pin_counters: new Map(),
    person_pins: new Map(),
    sign_ons: new Map(),
    targets: new Map(),
  }
}

export function pinKey(deviceId: Id, staffId: Id): string {
  return `${deviceId}/${staffId}`
}
