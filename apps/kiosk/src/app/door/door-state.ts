import type { EpochMs, Id, Verdict } from '@counterfoil/domain'
import type { DoorCode, DoorDeed, DoorTicket, Evening } from '../../door-desk'
import type { Decided, Outcome, PinState, SignedOn, SignOnOutcome } from '../../kiosk'
import type { Command, FlowState, Page, Result } from '../flow-state'
import type { StageEvent } from '../stage-context'

/** Chosen once, kept for the evening; the gate is the tablet's label. */
export interface Shift {
  readonly performance_id: Id
  readonly until: EpochMs
}

export type DoorStep =
  /** Nothing can be scanned before it is known for which evening. */
  | { readonly at: 'shift' }
  | { readonly at: 'scan' }
  /** Who it is, and the PIN: the counter's own way there. */
  | { readonly at: 'sign_on'; readonly inner: FlowState; readonly waiting: DoorTicket | null }
  /** `most`: there is room for so many only. */
  | {
      readonly at: 'ask'
      readonly ticket: DoorTicket
      readonly people: number
      readonly most?: number
    }
  | { readonly at: 'walk_in'; readonly people: number; readonly most?: number }
  | { readonly at: 'find' }
  | { readonly at: 'saving'; readonly deed: DoorDeed }
  | { readonly at: 'undoing' }
  | {
      readonly at: 'verdict'
      readonly result: DoorResult
      readonly interruptible: boolean
      readonly shown: number
    }

export type DoorResult =
  | { readonly kind: 'deed'; readonly deed: DoorDeed; readonly outcome: Decided }
  | { readonly kind: 'undo'; readonly deed: DoorDeed | null; readonly outcome: Decided }
  /** What the counter shows alike: signed on, not saved, not ours, failed. */
  | { readonly kind: 'plain'; readonly result: Result }

export interface DoorLast {
  readonly deed: DoorDeed
  readonly outcome: Decided
  readonly undoable: boolean
}

export interface DoorState {
  readonly shift: Shift | null
  readonly step: DoorStep
  readonly page: Page | null
  /** Counts what was begun; answers to anything earlier are dropped. */
  readonly turn: number
  readonly reading: boolean
  readonly out: boolean
  /** Asks how many come in before anybody does. */
  readonly ask_first: boolean
  readonly last: DoorLast | null
  readonly signed_on: SignedOn | null
  /** Nobody is here: nothing personal on screen. */
  readonly resting: boolean
}

/** What a code turned out to be, with what is to be known before anything is done. */
export interface Looked {
  readonly code: DoorCode
  readonly signed_on: SignedOn | null
  /** By what the evening asks for now. */
  readonly pin_required: boolean
  /** Of letting all the rest of the party in; `null` when nobody asked. */
  readonly preview: Verdict | null
}

export type DoorEvent =
  | StageEvent
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'looked'; readonly turn: number; readonly looked: Looked }
  | { readonly type: 'shift'; readonly evening: Evening; readonly until: EpochMs }
  | { readonly type: 'change_shift' }
  | { readonly type: 'direction'; readonly out: boolean }
  | { readonly type: 'ask_first'; readonly on: boolean }
  | { readonly type: 'people'; readonly by: number }
  | { readonly type: 'go' }
  | { readonly type: 'fewer' }
  | { readonly type: 'walk_in' }
  | { readonly type: 'find' }
  | { readonly type: 'guest'; readonly ticket_id: Id }
  | { readonly type: 'done'; readonly turn: number; readonly outcome: Outcome }
  | { readonly type: 'undo' }
  | { readonly type: 'undone'; readonly turn: number; readonly outcome: Outcome }
  | { readonly type: 'undo_over'; readonly op_id: Id }
  | { readonly type: 'seen'; readonly turn: number }
  | { readonly type: 'over'; readonly turn: number }
  | { readonly type: 'dismiss' }
  | { readonly type: 'sign_off' }
  | { readonly type: 'signed_on'; readonly signed_on: SignedOn | null }
  | {
      readonly type: 'pin_state'
      readonly turn: number
      readonly card: null
      readonly pin: PinState
    }
  | { readonly type: 'sign_on'; readonly turn: number; readonly outcome: SignOnOutcome }
  | { readonly type: 'forget' }
  | { readonly type: 'failed'; readonly turn: number }

export type DoorCommand =
  | {
      readonly do: 'look'
      readonly turn: number
      readonly what: { readonly text: string } | { readonly ticket_id: Id }
      readonly performance_id: Id
      /** What would be said of it, before anything is done. */
      readonly preview: boolean
    }
  | {
      readonly do: 'act'
      readonly turn: number
      readonly deed: DoorDeed
      /** Who is signed on, where that was looked at just now. */
      readonly signed_on?: SignedOn | null
    }
  | { readonly do: 'undo'; readonly turn: number; readonly op_id: Id }
  | { readonly do: 'remember'; readonly shift: Shift | null; readonly ask_first: boolean }
  | { readonly do: 'inner'; readonly command: Command }
  | { readonly do: 'sign_off' }
  | { readonly do: 'who_is_on' }
  | { readonly do: 'wait'; readonly ms: number; readonly event: DoorEvent }

export type DoorReduced = readonly [DoorState, readonly DoorCommand[]]

export function startDoor(shift: Shift | null, ask_first: boolean): DoorState {
  return {
    shift,
    step: { at: shift === null ? 'shift' : 'scan' },
    page: null,
    turn: 0,
    reading: false,
    out: false,
    ask_first,
    last: null,
    signed_on: null,
    resting: false,
  }
}
