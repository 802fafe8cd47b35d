import type { ClockEffects } from './clock-facts'
import type { DoorEffects } from './door-facts'
import type { EffectOf } from './effect'
import type { Id } from './ids'
import type { LoyaltyEffects } from './loyalty-facts'
import type { Job, Op } from './op'
import type { PinCheck } from './pin-check'
import type { PinEffects } from './pin-facts'
import type { ReviewReason } from './review-reason'
import type { TicketReading } from './ticket-token'
import type { EpochMs } from './time'
import type { Verdict, VerdictFlag } from './verdict'

/**
 * Who states the operation: a paired tablet, a signed-in user (who needs no PIN), or a person on
 * their own phone, whose PIN was checked when their session began.
 */
export type Author =
  | {
      readonly type: 'device'
      readonly device_id: Id
      readonly jobs: readonly Job[]
      /** What people call it; told to whoever comes second. */
      readonly label?: string | undefined
    }
  | { readonly type: 'user'; readonly user_id: Id }
  | {
      readonly type: 'person'
      readonly staff_id: Id
      /** Whether the merchant wants to look at whatever is done on phones. */
      readonly review: boolean
    }

/** One operation with everything about it that is not in the {@link World}. */
export interface JudgeInput {
  readonly op: Op
  readonly by: Author
  readonly store: { readonly id: Id; readonly time_zone: string }
  readonly occurred_at: EpochMs
  /** When the judging side got it; on a tablet the same as `occurred_at`. */
  readonly received_at: EpochMs
  /** Of the card or ticket token in the data, base64url SHA-256. */
  readonly token_hash?: string | undefined
  /** What the ticket token says and who signed it; absent when it cannot be read. */
  readonly ticket?: TicketReading | undefined
  /** For sign-ons; never looked at while the person is locked. */
  readonly pin?: PinCheck | undefined
}

/** What a tablet says of itself. */
export interface DeviceEffects {
  seqs_lost: { readonly from_seq: number; readonly to_seq: number }
}

/** Every change that a verdict can bring, by type; each feature has its part. */
export interface EffectData
  extends PinEffects, LoyaltyEffects, ClockEffects, DoorEffects, DeviceEffects {}

export type EffectType = keyof EffectData

/** One change that a verdict brings; data, for the caller to keep. */
export type Effect<T extends EffectType = EffectType> = EffectOf<EffectData, T>

export interface Judgement {
  readonly verdict: Verdict
  /** What a person should see although it is accepted. */
  readonly flags?: readonly VerdictFlag[]
  /** Why a person should look at it, beyond what verdict and flags say. */
  readonly reason?: ReviewReason | undefined
  /** The closed period that keeps a punch from counting. */
  readonly held_by?: Id
  readonly effects: readonly Effect[]
}
