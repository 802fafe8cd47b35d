import type { Id } from './ids'
import type { OpKind } from './op'
import type { EpochMs } from './time'
import type { VerdictStatus } from './verdict'

/** Kinds of entries that bring something about: operations, decisions in reviews, corrections. */
export type EntryKind = OpKind | 'review.accept' | 'review.void' | 'review.dismiss' | SheetEntryKind

/** What managers and people do about time sheets, beside punches. */
export const SHEET_ENTRY_KINDS = [
  'sheet.amend',
  'period.close',
  'period.reopen',
  'request.make',
  'request.accept',
  'request.decline',
] as const
export type SheetEntryKind = (typeof SHEET_ENTRY_KINDS)[number]

/** What of an entry the figures are rebuilt from. */
export interface EntryFact {
  readonly n: number
  readonly op_id: Id | null
  readonly kind: string
  readonly status: VerdictStatus
  readonly occurred_at: EpochMs
  readonly card_id: Id | null
  readonly stamps: number
  readonly points: number
  readonly target_op_id: Id | null
}

/** One change of one figure; which operation's effect it is stands in `op_id`. */
export type LedgerMove =
  | {
      readonly type: 'stamp'
      readonly card_id: Id
      readonly op_id: Id
      readonly at: EpochMs
      readonly count: number
    }
  | {
      readonly type: 'movement'
      readonly card_id: Id
      readonly op_id: Id
      readonly at: EpochMs
      readonly points: number
      readonly stamps: number
    }
  | { readonly type: 'voided'; readonly card_id: Id; readonly op_id: Id }

type Mover = (entry: EntryFact) => readonly LedgerMove[]

const nothing: Mover = () => []

/** A stamp counts: by its own operation, or because a review accepted that after all. */
const stamp: Mover = ({ op_id, target_op_id, card_id, occurred_at, stamps }) => {
  const cause = target_op_id ?? op_id
  if (card_id === null || cause === null || stamps === 0) return []
  return [{ type: 'stamp', card_id, op_id: cause, at: occurred_at, count: stamps }]
}

/** A purchase or a redemption; one that earned nothing stands there as well. */
const movement: Mover = ({ op_id, target_op_id, card_id, occurred_at, points, stamps }) => {
  const cause = target_op_id ?? op_id
  if (card_id === null || cause === null) return []
  return [{ type: 'movement', card_id, op_id: cause, at: occurred_at, points, stamps }]
}

/** Only a stamp moves stamps upwards. */
const accepted: Mover = (entry) => {
  if (entry.stamps > 0) return stamp(entry)
  return entry.stamps === 0 && entry.points === 0 ? [] : movement(entry)
}

const takeBack: Mover = ({ target_op_id, card_id }) =>
  card_id === null || target_op_id === null
    ? []
    : [{ type: 'voided', card_id, op_id: target_op_id }]

/** how each kind of entry is rebuilt. A kind that is left out here does not compile. */
const MOVERS: Readonly<Record<EntryKind, Mover>> = {
  'staff.sign_on': nothing,
  'staff.sign_off': nothing,
  'loyalty.stamp': stamp,
  // When people came and went is rebuilt from the entries by itself: nothing is added up.
  'clock.in': nothing,
  'clock.out': nothing,
  'clock.break_start': nothing,
  'clock.break_end': nothing,
  'loyalty.earn': movement,
  'loyalty.redeem': movement,
  // People are summed per performance, not per card; see the doors' own check.
  'ticket.admit': nothing,
  'ticket.exit': nothing,
  'ticket.walk_in': nothing,
  'op.void': takeBack,
  'device.lost': nothing,
  'review.accept': accepted,
  'review.void': takeBack,
  'review.dismiss': nothing,
  // Time sheets have a check of their own.
  'sheet.amend': nothing,
  'period.close': nothing,
  'period.reopen': nothing,
  'request.make': nothing,
  'request.accept': nothing,
  'request.decline': nothing,
}

function isKnown(kind: string): kind is EntryKind {
  return Object.hasOwn(MOVERS, kind)
}

/** what an entry moves; `undefined` when it counts and is of a kind nobody here knows. */
export function movesOf(entry: EntryFact): readonly LedgerMove[] | undefined {
  if (entry.status === 'rejected') return []
  return isKnown(entry.kind) ? MOVERS[entry.kind](entry) : undefined
}
