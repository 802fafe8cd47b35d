import type { PersonPins, PinCounter, SignOnFact, StampFact } from './facts'
import type { Id } from './ids'
import type { Job, Op } from './op'
import type { PinCheck } from './pin-check'
import type { EpochMs } from './time'
import type { Verdict } from './verdict'

/** Who states the operation: a paired tablet, or a signed-in user (who needs no PIN). */
export type Author =
  | { readonly type: 'device'; readonly device_id: Id; readonly jobs: readonly Job[] }
  | { readonly type: 'user'; readonly user_id: Id }

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
  /** For sign-ons; never looked at while the person is locked. */
  readonly pin?: PinCheck | undefined
}

/** One change that a verdict brings; data, for the caller to keep. */
export type Effect =
  | { readonly type: 'sign_on'; readonly sign_on: SignOnFact }
  | { readonly type: 'sign_off'; readonly sign_on: Id; readonly at: EpochMs }
  | {
      readonly type: 'pin_counter'
      readonly device_id: Id
      readonly staff_id: Id
      readonly counter: PinCounter
    }
  | { readonly type: 'person_pins'; readonly staff_id: Id; readonly person: PersonPins }
  | { readonly type: 'stamp'; readonly card_id: Id; readonly stamp: StampFact }
  | {
      readonly type: 'stamp_voided'
      readonly card_id: Id
      readonly op_id: Id
      readonly count: number
    }
  | { readonly type: 'seqs_lost'; readonly from_seq: number; readonly to_seq: number }

export interface Judgement {
  readonly verdict: Verdict
  readonly effects: readonly Effect[]
}
