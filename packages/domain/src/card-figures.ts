import type { Id } from './ids'
import { type LedgerDifference, valueDiffers } from './ledger-difference'
import type { LedgerMove } from './ledger-moves'
import { type EpochMs, formatInstant } from './time'

/** One stamp operation on a card, as the ledger leaves it or as a table has it. */
export interface StampFigure {
  readonly at: EpochMs
  readonly count: number
  readonly voided: boolean
  /** The latest entry that moved it; `null` where a table is read. */
  readonly n: number | null
}

/** Everything that is kept of a card beside its master data. By operation. */
export type CardFigures = Map<Id, StampFigure>

/** Takes one move into account. The map is a working copy. */
export function applyMove(card: CardFigures, n: number, move: LedgerMove): void {
  switch (move.type) {
    case 'stamp':
      return void card.set(move.op_id, { at: move.at, count: move.count, voided: false, n })
    case 'stamp_voided': {
      const stamp = card.get(move.op_id)
      if (stamp !== undefined) card.set(move.op_id, { ...stamp, voided: true, n })
    }
  }
}

/** What stands on the card: the sum of all that counts, and when the latest of it occurred. */
export function cardTotals(card: CardFigures): { stamps: number; last_stamp_at: EpochMs | null } {
  let stamps = 0
  let last: EpochMs | null = null
  for (const { count, voided, at } of card.values()) {
    if (voided) continue
    stamps += count
    if (last === null || at > last) last = at
  }
  return { stamps, last_stamp_at: last }
}

/** The first stamp of a card's table that is not as the ledger says; rows left out count too. */
export function stampDifference(
  rebuilt: CardFigures,
  stored: ReadonlyMap<Id, StampFigure>,
): LedgerDifference | undefined {
  const table = 'card_stamp'
  for (const [op_id, stamp] of rebuilt) {
    const found = stored.get(op_id)
    const place = { n: stamp.n, table, row: op_id }
    if (found === undefined) {
      return { fault: 'row_missing', ...place, field: null, expected: null, found: null }
    }
    const difference =
      valueDiffers({ ...place, field: 'count' }, stamp.count, found.count) ??
      valueDiffers({ ...place, field: 'voided' }, stamp.voided, found.voided) ??
      valueDiffers({ ...place, field: 'occurred_at' }, textOf(stamp.at), textOf(found.at))
    if (difference !== undefined) return difference
  }
  const unfounded = [...stored.keys()].find((op_id) => !rebuilt.has(op_id))
  if (unfounded === undefined) return undefined
  const place = { n: null, table, row: unfounded, field: null, expected: null, found: null }
  return { fault: 'row_unfounded', ...place }
}

/** A card's totals as the ledger gives them against those in a table that repeats them. */
export function totalsDifference(
  place: { readonly table: string; readonly row: Id },
  rebuilt: CardFigures,
  stored: { readonly stamps: number; readonly last_stamp_at: EpochMs | null },
): LedgerDifference | undefined {
  const { stamps, last_stamp_at } = cardTotals(rebuilt)
  const at = { n: null, ...place }
  return (
    valueDiffers({ ...at, field: 'stamps' }, stamps, stored.stamps) ??
    valueDiffers(
      { ...at, field: 'last_stamp_at' },
      textOf(last_stamp_at),
      textOf(stored.last_stamp_at),
    )
  )
}

function textOf(at: EpochMs | null): string | null {
  return at === null ? null : formatInstant(at)
}
