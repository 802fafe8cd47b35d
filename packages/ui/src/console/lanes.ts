/** What happened in one stretch of time, beginning at `at`, ms. */
export interface LaneValue {
  readonly at: number
  readonly up: number
  readonly down: number
}
export type Bin = LaneValue

/** Values gathered into stretches of `step` ms from `from` on, one after the other, empty ones too. */
export function binned(
  values: readonly LaneValue[],
  from: number,
  until: number,
  step: number,
): readonly Bin[] {
  const count = Math.floor((until - from) / step) + 1
  const bins = Array.from({ length: count }, (_, index) => ({
    at: from + index * step,
    up: 0,
    down: 0,
  }))
  for (const { at, up, down } of values) {
    const bin = bins[Math.floor((at - from) / step)]
    if (bin === undefined) continue
    bin.up += up
    bin.down += down
  }
  return bins
}

const MINUTE = 60_000
const TICKS = [5, 10, 15, 30, 60, 120, 240, 720, 1440].map((minutes) => minutes * MINUTE)
const MOST_TICKS = 6

/** Round moments within a stretch of time, six at most. */
export function ticksOf(from: number, until: number): readonly number[] {
  const step = TICKS.find((each) => (until - from) / each <= MOST_TICKS) ?? 1440 * MINUTE
  const ticks: number[] = []
  for (let at = Math.ceil(from / step) * step; at <= until; at += step) ticks.push(at)
  return ticks.slice(0, MOST_TICKS + 1)
}

const STEPS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE)
const MOST_BARS = 150

/** How wide a bar must be for a stretch of time to be readable: a minute, where that is enough. */
export function stepFor(from: number, until: number): number {
  return STEPS.find((step) => (until - from) / step <= MOST_BARS) ?? 60 * MINUTE
}
