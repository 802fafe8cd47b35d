import type { EpochMs, Id, VerdictCode } from '@counterfoil/domain'
import type {
  Decided,
  Deed,
  Identified,
  IdentifiedCard,
  NotSaved,
  Outcome,
  Person,
  PinState,
  SignedOn,
  SignOnOutcome,
} from '../kiosk'

/** Where a person stands between showing a code and seeing the answer. */
export type Step =
  | { readonly at: 'home' }
  | {
      readonly at: 'who'
      /** `null`: signing on in advance, by badge. */
      readonly card: IdentifiedCard | null
      readonly problem: WhoProblem | null
    }
  | {
      /** More than one thing can be done with the card, or a sum is asked for. */
      readonly at: 'choose'
      readonly card: IdentifiedCard
      /** The sum in minor units, as far as it is typed. */
      readonly typed: string
    }
  | PinStep
  | { readonly at: 'saving'; readonly card: IdentifiedCard }
  | { readonly at: 'undoing' }
  | {
      readonly at: 'verdict'
      readonly result: Result
      readonly interruptible: boolean
      /** The turn it came with: each result is a screen of its own. */
      readonly shown: number
    }

export type WhoProblem =
  | { readonly kind: 'badge_unknown' }
  | { readonly kind: 'not_a_badge' }
  | { readonly kind: 'no_pin'; readonly name: string }

export interface PinStep {
  readonly at: 'pin'
  readonly card: IdentifiedCard | null
  readonly person: Person
  readonly pin_length: number
  /** Only while it is being typed; handed on and forgotten when complete. */
  readonly digits: string
  readonly checking: boolean
  readonly refusal: PinRefusal | null
  readonly locked_until: EpochMs | null
}

export interface PinRefusal {
  readonly code: VerdictCode
  readonly attempts_left: number | null
}

/** What the verdict screen shows. */
export type Result =
  | { readonly kind: 'stamp'; readonly card: IdentifiedCard; readonly outcome: Decided }
  | {
      readonly kind: 'undo'
      /** What was done with it is taken back. */
      readonly card: IdentifiedCard | null
      readonly outcome: Decided
    }
  | { readonly kind: 'signed_on'; readonly signed_on: SignedOn; readonly confirmed: boolean }
  | {
      readonly kind: 'not_saved'
      readonly reason: NotSaved['reason']
      /** A sign-off was to be saved: who is still signed on. */
      readonly signed_on?: SignedOn
    }
  | { readonly kind: 'not_ours'; readonly what: NotOurs }
  | { readonly kind: 'no_pin'; readonly name: string }
  | { readonly kind: 'failed' }

export type NotOurs =
  | 'foreign'
  | 'unknown'
  | 'ticket'
  | 'poster'
  | 'pairing'
  | 'badge_unknown'
  | 'no_ticket'

/** The strip at the bottom of the home screen. */
export interface LastResult {
  readonly card: IdentifiedCard
  readonly outcome: Decided
  readonly undoable: boolean
}

/** A page over the scanner that any scanned code closes again. */
export type Page = 'typing' | 'queue' | 'notices' | 'tablet'

export interface FlowState {
  readonly step: Step
  readonly page: Page | null
  /** Counts what was begun; answers to anything earlier are dropped. */
  readonly turn: number
  /** A code is being looked up. */
  readonly reading: boolean
  readonly last: LastResult | null
  readonly signed_on: SignedOn | null
  /** "Still there?" is on screen. */
  readonly asking: boolean
  /** Nobody is here: nothing personal, and the picture moves a little. */
  readonly resting: boolean
}

export type FlowEvent =
  | { readonly type: 'code'; readonly text: string }
  | {
      readonly type: 'identified'
      readonly turn: number
      readonly identified: Identified
      readonly signed_on: SignedOn | null
    }
  | { readonly type: 'choose'; readonly deed: Deed }
  | {
      readonly type: 'chosen'
      readonly turn: number
      readonly card: IdentifiedCard
      readonly signed_on: SignedOn | null
    }
  | { readonly type: 'person'; readonly staff_id: Id }
  | {
      readonly type: 'pin_state'
      readonly turn: number
      readonly card: IdentifiedCard | null
      readonly pin: PinState
    }
  | { readonly type: 'digit'; readonly digit: string }
  | { readonly type: 'erase' }
  | { readonly type: 'someone_else' }
  | { readonly type: 'unlocked' }
  | { readonly type: 'sign_on'; readonly turn: number; readonly outcome: SignOnOutcome }
  | { readonly type: 'stamped'; readonly turn: number; readonly outcome: Outcome }
  | { readonly type: 'undo' }
  | { readonly type: 'undone'; readonly turn: number; readonly outcome: Outcome }
  | { readonly type: 'undo_over'; readonly op_id: Id }
  | { readonly type: 'seen'; readonly turn: number }
  | { readonly type: 'over'; readonly turn: number }
  | { readonly type: 'dismiss' }
  | { readonly type: 'sign_off' }
  /** The sign-off could not be kept: that sign-on goes on. */
  | {
      readonly type: 'sign_off_failed'
      readonly signed_on: SignedOn
      readonly reason: NotSaved['reason']
    }
  /** The pairing is over: nothing on screen may outlive it. */
  | { readonly type: 'forget' }
  | { readonly type: 'open'; readonly page: Page }
  | { readonly type: 'home' }
  /** After a crash: from the start, whatever was going on. */
  | { readonly type: 'reset' }
  | { readonly type: 'idle' }
  | { readonly type: 'active' }
  | { readonly type: 'failed'; readonly turn: number }

/** What the reducer wants done; the answer comes back as an event with the same turn. */
export type Command =
  | { readonly do: 'identify'; readonly turn: number; readonly text: string }
  | {
      readonly do: 'pin_state'
      readonly turn: number
      readonly staff_id: Id
      readonly card: IdentifiedCard | null
    }
  | {
      readonly do: 'sign_on'
      readonly turn: number
      readonly staff_id: Id
      readonly pin: string
    }
  /** Who is signed on by the time somebody has chosen. */
  | { readonly do: 'go_on'; readonly turn: number; readonly card: IdentifiedCard }
  | { readonly do: 'stamp'; readonly turn: number; readonly card: IdentifiedCard }
  | { readonly do: 'undo'; readonly turn: number; readonly op_id: Id }
  | { readonly do: 'sign_off'; readonly signed_on: SignedOn }
  | { readonly do: 'wait'; readonly ms: number; readonly event: FlowEvent }

export const START: FlowState = {
  step: { at: 'home' },
  page: null,
  turn: 0,
  reading: false,
  last: null,
  signed_on: null,
  asking: false,
  resting: false,
}
