import type { Id } from './ids'
import type { PunchAction } from './op'
import { comparePunches } from './punches'
import type { EpochMs } from './time'

/** How a punch came about: PIN typed at a tablet, badge and PIN, the own phone, or by a manager. */
export const PUNCH_SOURCES = ['tablet', 'badge', 'phone', 'manual'] as const
export type PunchSource = (typeof PUNCH_SOURCES)[number]

/** One moment of a person's time that counts, whoever told it. */
export interface ClockMoment {
  /** The punch's operation, or the amendment that added it. */
  readonly op_id: Id
  readonly action: PunchAction
  readonly at: EpochMs
  /** Its number on its tablet; `null` for phones and amendments. */
  readonly seq: number | null
  readonly store_id: Id
}

/** What an amendment says happened. */
export type AddedMoment = Pick<ClockMoment, 'action' | 'at' | 'store_id'>

/** A correction by a manager; never changed itself, but a later one may strike it. */
export interface Amendment {
  readonly id: Id
  /** Its number in the ledger: the order in which amendments were made. */
  readonly n: number
  /** The punch or the earlier amendment that has no effect from now on. */
  readonly strikes: Id | null
  readonly adds: AddedMoment | null
}

/**
 * which punches and amendments have no effect: those that an amendment strikes which is not
 * struck itself. Read from the latest back, so that striking an amendment undoes all it did.
 */
export function struckIds(amendments: readonly Amendment[]): ReadonlySet<Id> {
  const struck = new Set<Id>()
  for (const { id, strikes } of [...amendments].sort((a, b) => b.n - a.n)) {
    if (strikes !== null && !struck.has(id)) struck.add(strikes)
  }
  return struck
}

/**
 * the moments that count, in the order of R-082, however punches and amendments arrived.
 * @param punches those that count by themselves: accepted, and not undone
 */
export function standingMoments(
  punches: readonly ClockMoment[],
  amendments: readonly Amendment[],
): readonly ClockMoment[] {
  const struck = struckIds(amendments)
  const added = amendments.flatMap(({ id, adds }) =>
    adds === null ? [] : [{ ...adds, op_id: id, seq: null }],
  )
  return [...punches, ...added].filter(({ op_id }) => !struck.has(op_id)).sort(comparePunches)
}
