import type { ClockMoment } from './clock-record'
import { breakDue, type SheetRules } from './sheet-rules'
import type { RawShift } from './shifts'
import { type DurationMs, durationMs, type EpochMs, plus } from './time'

/** `[from, until)`, never empty. */
export interface Span {
  readonly from: EpochMs
  readonly until: EpochMs
}

export interface BreakSpan extends Span {
  /** Put in by the merchant's rules; nobody punched it. */
  readonly automatic: boolean
}

/** Work and breaks of one shift, as the merchant's rules read them. */
export interface ShiftSpans {
  readonly start: EpochMs
  readonly end: EpochMs | null
  readonly spans: readonly Span[]
  readonly breaks: readonly BreakSpan[]
}

export function lengthOf(spans: readonly Span[]): DurationMs {
  return durationMs(spans.reduce((sum, { from, until }) => sum + until - from, 0))
}

/**
 * the spans of a shift. Work lies between coming and going; what has no end is
 * not counted. Rounded times keep the order of the punches, so no two spans ever overlap.
 * @param round a moment on the merchant's grid
 * @param notBefore where the shift before ended, rounded
 */
export function spansOf(
  { start, breaks, end }: RawShift,
  rules: SheetRules,
  round: (moment: ClockMoment) => EpochMs,
  notBefore: EpochMs | undefined,
): ShiftSpans {
  let latest = notBefore
  const place = (moment: ClockMoment): EpochMs => {
    const at = round(moment)
    latest = latest === undefined || at > latest ? at : latest
    return latest
  }
  const first = place(start)
  const marks = [first, ...breaks.map(place)]
  const last = end === null ? null : place(end)
  const ends = last === null ? marks : [...marks, last]
  const spans: Span[] = []
  const pauses: BreakSpan[] = []
  ends.slice(1).forEach((until, index) => {
    const from = ends[index] ?? until
    if (from === until) return
    if (index % 2 === 0) spans.push({ from, until })
    else pauses.push({ from, until, automatic: false })
  })
  const read = { start: first, end: last, spans, breaks: pauses }
  return last === null ? read : withBreakDue(read, rules)
}

function withBreakDue(shift: ShiftSpans, rules: SheetRules): ShiftSpans {
  const worked = lengthOf(shift.spans)
  const due = breakDue(rules.automatic_breaks, worked, lengthOf(shift.breaks))
  if (due === undefined) return shift
  const { kept, cut } = cutOut(shift.spans, due.after, due.length)
  const automatic = cut.map(({ from, until }) => ({ from, until, automatic: true }))
  const breaks = [...shift.breaks, ...automatic].sort((a, b) => a.from - b.from)
  return { ...shift, spans: kept, breaks }
}

/** Takes `length` out of the spans, from where `after` of them is done. */
function cutOut(
  spans: readonly Span[],
  after: DurationMs,
  length: DurationMs,
): { kept: readonly Span[]; cut: readonly Span[] } {
  const kept: Span[] = []
  const cut: Span[] = []
  let done = 0
  for (const { from, until } of spans) {
    const begin = clamp(plus(from, after - done), from, until)
    const finish = clamp(plus(from, after + length - done), from, until)
    done += until - from
    for (const span of [
      { from, until: begin },
      { from: finish, until },
    ]) {
      if (span.from < span.until) kept.push(span)
    }
    if (begin < finish) cut.push({ from: begin, until: finish })
  }
  return { kept, cut }
}

function clamp(at: EpochMs, low: EpochMs, high: EpochMs): EpochMs {
  return Math.min(Math.max(at, low), high) as EpochMs
}
