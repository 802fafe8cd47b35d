import type { Id } from './ids'
import type { OpKind } from './op'
import type { EpochMs } from './time'
import type { VerdictStatus } from './verdict'

/** What an operation moved that an undo takes back. */
export type Move =
  | { readonly type: 'stamps'; readonly card_id: Id; readonly count: number }
  | { readonly type: 'punch'; readonly staff_id: Id }
  | {
      readonly type: 'balance'
      readonly card_id: Id
      readonly points: number
      readonly stamps: number
    }
  | PeopleMoved

export interface PeopleMoved {
  readonly type: 'people'
  readonly performance_id: Id
  readonly ticket_id: Id | null
  /** Negative: out. */
  readonly people: number
}

/** The card something moved on, or `null` when it was none. */
export function cardOf(moved: Move): Id | null {
  return 'card_id' in moved ? moved.card_id : null
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
  /** `null`: nothing, or nothing that this side knows of. */
  readonly moved: Move | null
}
