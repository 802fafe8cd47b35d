import { HOUR, type OwnDay } from '@counterfoil/domain'

/** A piece of a day's bar, in shares of its width. */
export interface BarPiece {
  readonly kind: 'work' | 'break'
  readonly left: number
  readonly width: number
  readonly from: number
  readonly until: number
}

export interface DayBar {
  readonly pieces: readonly BarPiece[]
  /** Hours written under it. */
  readonly ticks: readonly { readonly at: number; readonly left: number }[]
}

/** From six to eight on most days; wider when somebody works earlier or later. */
const USUAL = { from: 6, until: 20 } as const

/** A day drawn as a line: where work and breaks lie between its first and last hour shown. */
export function dayBar({ from, until, spans, breaks }: OwnDay): DayBar {
  const times = [...spans, ...breaks].flatMap((span) => [span.from, span.until])
  const start = Math.min(from + USUAL.from * HOUR, ...times.map((at) => floorHour(at, from)))
  const end = Math.min(
    until,
    Math.max(from + USUAL.until * HOUR, ...times.map((at) => floorHour(at - 1, from) + HOUR)),
  )
  const length = end - start
  const place = (at: number): number => (at - start) / length
  const piece = (kind: BarPiece['kind']) => (span: { from: number; until: number }) => ({
    kind,
    left: place(span.from),
    width: place(span.until) - place(span.from),
    from: span.from,
    until: span.until,
  })
  const pieces = [...spans.map(piece('work')), ...breaks.map(piece('break'))]
  return {
    pieces: pieces.sort((a, b) => a.from - b.from),
    ticks: ticksBetween(start, end, from).map((at) => ({ at, left: place(at) })),
  }
}

function floorHour(at: number, from: number): number {
  return from + Math.floor((at - from) / HOUR) * HOUR
}

/** Every second hour, or third where there are many. */
function ticksBetween(start: number, end: number, from: number): readonly number[] {
  const step = (end - start > 16 * HOUR ? 4 : 2) * HOUR
  const first = from + Math.ceil((start - from) / step) * step
  const ticks: number[] = []
  for (let at = first; at <= end; at += step) ticks.push(at)
  return ticks
}
