import type { SeqRange } from '@counterfoil/domain'

/**
 * Of the wanted numbers, those neither held nor already reported as lost, as ranges in order.
 * @param held ascending within each wanted range
 */
export function numbersGone(
  wanted: readonly SeqRange[],
  held: readonly number[],
  reported: readonly SeqRange[],
): readonly SeqRange[] {
  const covered: readonly SeqRange[] = [
    ...held.map((seq): SeqRange => [seq, seq]),
    ...reported,
  ].toSorted((a, b) => a[0] - b[0])
  return wanted.flatMap(([from, to]) => gapsWithin(from, to, covered))
}

function gapsWithin(from: number, to: number, covered: readonly SeqRange[]): SeqRange[] {
  const gaps: SeqRange[] = []
  let next = from
  for (const [low, high] of covered) {
    if (high < next) continue
    if (low > to) break
    if (low > next) gaps.push([next, low - 1])
    next = high + 1
  }
  if (next <= to) gaps.push([next, to])
  return gaps
}
