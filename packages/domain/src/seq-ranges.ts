/** Closed range of sequence numbers, `[12, 14]` meaning 12, 13 and 14. */
export type SeqRange = readonly [from: number, to: number]

/**
 * Which numbers of a tablet's sequence have arrived: everything up to `last_seq`, and everything
 * above it up to `highest` but for the `missing` ranges (ascending, disjoint, none touching
 * another).
 */
export interface SeqState {
  readonly last_seq: number
  readonly highest: number
  readonly missing: readonly SeqRange[]
}

export const NO_SEQS: SeqState = { last_seq: 0, highest: 0, missing: [] }

/** Marks `[from, to]` as arrived (or as lost for good). Idempotent; any order gives the same state. */
export function addSeqs(state: SeqState, from: number, to: number): SeqState {
  if (to < from || to <= state.last_seq) return state
  const gap: SeqRange[] = from > state.highest + 1 ? [[state.highest + 1, from - 1]] : []
  const missing = [...state.missing.flatMap((range) => subtract(range, from, to)), ...gap]
  const highest = Math.max(state.highest, to)
  const first = missing[0]
  return { last_seq: first === undefined ? highest : first[0] - 1, highest, missing }
}

function subtract([low, high]: SeqRange, from: number, to: number): SeqRange[] {
  const left: SeqRange[] = low < from ? [[low, Math.min(high, from - 1)]] : []
  const right: SeqRange[] = high > to ? [[Math.max(low, to + 1), high]] : []
  return to < low || from > high ? [[low, high]] : [...left, ...right]
}
