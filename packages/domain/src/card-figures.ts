import type { Id } from './ids'
import { type LedgerDifference, valueDiffers } from './ledger-difference'
import type { LedgerMove } from './ledger-moves'
import { type EpochMs, formatInstant } from './time'

/** What one operation did to a card, as the ledger leaves it or as a table has it. */
export interface CardFigure {
  /** A stamp given, as against a purchase or a redemption: they have tables of their own. */
  readonly given: boolean
  readonly at: EpochMs
  readonly points: number
  readonly stamps: number
  readonly voided: boolean
  /** The latest entry that moved it; `null` where a table is read. */
  readonly n: number | null
}

/** Everything that is kept of a card beside its master data. By operation. */
export type CardFigures = Map<Id, CardFigure>

/** Takes one move into account. The map is a working copy. */
export function applyMove(card: CardFigures, n: number, move: LedgerMove): void {
  const { op_id } = move
  switch (move.type) {
    case 'stamp': {
      const figure = { given: true, points: 0, stamps: move.count }
      return void card.set(op_id, { ...figure, at: move.at, voided: false, n })
    }
    case 'movement': {
      const { at, points, stamps } = move
      return void card.set(op_id, { given: false, at, points, stamps, voided: false, n })
    }
    case 'voided': {
      const figure = card.get(op_id)
      if (figure !== undefined) card.set(op_id, { ...figure, voided: true, n })
    }
  }
}

/** What stands on a card. */
export interface CardTotals {
  readonly stamps: number
  readonly points: number
  readonly last_stamp_at: EpochMs | null
}

/** the sums of all that counts, and when the latest stamp of it occurred. */
export function cardTotals(card: CardFigures): CardTotals {
  let stamps = 0
  let points = 0
  let last: EpochMs | null = null
  for (const figure of card.values()) {
    if (figure.voided) continue
    stamps += figure.stamps
    points += figure.points
    if (figure.given && (last === null || figure.at > last)) last = figure.at
  }
  return { stamps, points, last_stamp_at: last }
}

/** The first row of a card's tables that is not as the ledger says; rows left out count too. */
export function figureDifference(
  rebuilt: CardFigures,
  stored: ReadonlyMap<Id, CardFigure>,
): LedgerDifference | undefined {
  for (const [op_id, figure] of rebuilt) {
    const found = stored.get(op_id)
    const place = { n: figure.n, table: tableOf(figure), row: op_id }
    if (found?.given !== figure.given) {
      return { fault: 'row_missing', ...place, field: null, expected: null, found: null }
    }
    const difference =
      valueDiffers({ ...place, field: 'points' }, figure.points, found.points) ??
      valueDiffers(
        { ...place, field: figure.given ? 'count' : 'stamps' },
        figure.stamps,
        found.stamps,
      ) ??
      valueDiffers({ ...place, field: 'voided' }, figure.voided, found.voided) ??
      valueDiffers({ ...place, field: 'occurred_at' }, textOf(figure.at), textOf(found.at))
    if (difference !== undefined) return difference
  }
  const unfounded = [...stored].find(([op_id]) => !rebuilt.has(op_id))
  if (unfounded === undefined) return undefined
  const [row, figure] = unfounded
  const place = { n: null, table: tableOf(figure), row, field: null, expected: null, found: null }
  return { fault: 'row_unfounded', ...place }
}

function tableOf({ given }: CardFigure): string {
  return given ? 'card_stamp' : 'card_movement'
}

/** A card's totals as the ledger gives them against those in a table that repeats them. */
export function totalsDifference(
  place: { readonly table: string; readonly row: Id },
  rebuilt: CardFigures,
  stored: CardTotals,
): LedgerDifference | undefined {
  const { stamps, points, last_stamp_at } = cardTotals(rebuilt)
  const at = { n: null, ...place }
  return (
    valueDiffers({ ...at, field: 'stamps' }, stamps, stored.stamps) ??
    valueDiffers({ ...at, field: 'points' }, points, stored.points) ??
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
