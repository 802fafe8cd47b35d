import type { Id, PunchAction } from '@counterfoil/domain'
import type { Identified, NotSaved, PinState, SignedOn, SignOnOutcome } from '../../kiosk'
import type { OwnClock, Punched, PunchOutcome } from '../../kiosk-clock'
import type { NotOurs, Page, PinStep } from '../flow-state'
import type { StageEvent } from '../stage-context'

/** Where a person stands between the badge and the street, or the shop. */
export type ClockStep =
  | HomeStep
  | PinStep
  | KeysStep
  | { readonly at: 'saving' }
  | {
      readonly at: 'result'
      readonly result: ClockResult
      readonly interruptible: boolean
      /** The turn it came with: each result is a screen of its own. */
      readonly shown: number
    }

export interface HomeStep {
  readonly at: 'home'
  /** The personnel number, as far as it is typed. */
  readonly typed: string
  /** It was handed in, and belongs to nobody here. */
  readonly unknown: boolean
}

export interface KeysStep {
  readonly at: 'keys'
  readonly signed_on: SignedOn
  readonly own: OwnClock
  /** The last two weeks were asked for. */
  readonly hours: boolean
}

export type ClockResult =
  | {
      readonly kind: 'punched'
      readonly name: string
      readonly before: OwnClock
      readonly outcome: Punched
    }
  | { readonly kind: 'not_saved'; readonly reason: NotSaved['reason'] }
  | { readonly kind: 'not_ours'; readonly what: NotOurs | 'card' }
  | { readonly kind: 'no_pin'; readonly name: string }
  | { readonly kind: 'failed' }

export interface ClockState {
  readonly step: ClockStep
  readonly page: Page | null
  /** Counts what was begun; answers to anything earlier are dropped. */
  readonly turn: number
  /** A code or a number is being looked up. */
  readonly reading: boolean
  readonly asking: boolean
  readonly resting: boolean
  /** Whoever signs on was known by a badge. */
  readonly badge: boolean
}

export type ClockEvent =
  | StageEvent
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'identified'; readonly turn: number; readonly identified: Identified }
  /** The number typed is whole. */
  | { readonly type: 'number' }
  | { readonly type: 'found'; readonly turn: number; readonly staff_id: Id | null }
  | { readonly type: 'pin_state'; readonly turn: number; readonly pin: PinState }
  | {
      readonly type: 'sign_on'
      readonly turn: number
      readonly outcome: SignOnOutcome
      /** `null` unless signed on. */
      readonly own: OwnClock | null
    }
  | { readonly type: 'punch'; readonly action: PunchAction }
  | {
      readonly type: 'punched'
      readonly turn: number
      readonly name: string
      readonly before: OwnClock
      readonly outcome: PunchOutcome
    }
  | { readonly type: 'hours'; readonly open: boolean }
  | { readonly type: 'seen'; readonly turn: number }
  | { readonly type: 'over'; readonly turn: number }
  | { readonly type: 'dismiss' }
  | { readonly type: 'reset' }
  | { readonly type: 'failed'; readonly turn: number }

/** What the reducer wants done; the answer comes back as an event with the same turn. */
export type ClockCommand =
  | { readonly do: 'identify'; readonly turn: number; readonly text: string }
  | { readonly do: 'find'; readonly turn: number; readonly number: string }
  | { readonly do: 'pin_state'; readonly turn: number; readonly staff_id: Id }
  | {
      readonly do: 'sign_on'
      readonly turn: number
      readonly staff_id: Id
      readonly pin: string
      readonly badge: boolean
    }
  | {
      readonly do: 'punch'
      readonly turn: number
      readonly signed_on: SignedOn
      readonly action: PunchAction
      readonly before: OwnClock
    }
  | { readonly do: 'wait'; readonly ms: number; readonly event: ClockEvent }

export type Reduced = readonly [ClockState, readonly ClockCommand[]]

export const AT_HOME: HomeStep = { at: 'home', typed: '', unknown: false }

export const CLOCK_START: ClockState = {
  step: AT_HOME,
  page: null,
  turn: 0,
  reading: false,
  asking: false,
  resting: false,
  badge: false,
}
