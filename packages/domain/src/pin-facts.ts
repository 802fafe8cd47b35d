import type { Id } from './ids'
import type { EpochMs } from './time'

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
  /** The person was known by a badge. */
  readonly badge?: boolean
}

/** People, their PINs and sign-ons, as far as the operations name them. */
export interface PinWorld {
  readonly staff: Map<Id, StaffFact>
  /** By {@link pinKey}. */
  readonly pin_counters: Map<string, PinCounter>
  readonly person_pins: Map<Id, PersonPins>
  readonly sign_ons: Map<Id, SignOnFact>
}

export interface PinEffects {
  sign_on: { readonly sign_on: SignOnFact }
  sign_off: { readonly sign_on: Id; readonly at: EpochMs }
  pin_counter: { readonly device_id: Id; readonly staff_id: Id; readonly counter: PinCounter }
  person_pins: { readonly staff_id: Id; readonly person: PersonPins }
}

export function emptyPins(): PinWorld {
  return { staff: new Map(), pin_counters: new Map(), person_pins: new Map(), sign_ons: new Map() }
}

export function pinKey(deviceId: Id, staffId: Id): string {
  return `${deviceId}/${staffId}`
}
