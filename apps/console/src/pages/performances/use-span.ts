import type { Performance, PerformanceFigures } from '@counterfoil/protocol'
import { stepFor } from '@counterfoil/ui/console'
import { useNow } from '../../components/use-now'
import { isOn } from './when'

/** The stretch of time that is shown, and how wide a bar of it is; ms. */
export interface Span {
  readonly from: number
  readonly until: number
  readonly step: number
}

const FIVE_MINUTES = 300_000

/** From the first one through a door, or the doors' opening, until now or the last one. */
export function useSpan(performance: Performance, figures: PerformanceFigures): Span {
  const now = useNow(60_000)
  const on = isOn(performance, now)
  const times = figures.doors.flatMap(({ minutes }) => minutes.map(({ at }) => Date.parse(at)))
  const opens = Date.parse(performance.opens_at ?? performance.starts_at)
  const first = Math.min(...times, ...(times.length === 0 || (on && opens < now) ? [opens] : []))
  const last = Math.max(...times, ...(on ? [now] : []), first + 30 * 60_000)
  const from = Math.floor(first / FIVE_MINUTES) * FIVE_MINUTES
  const step = stepFor(from, last)
  return { from, until: from + Math.floor((last - from) / step) * step, step }
}
