import type { ClockEffects, ClockOps } from '@counterfoil/domain'
import type { Feature, Keepers } from '../../feature'
import type { ClockFacts } from './facts'
import { readClock } from './read'
import { gatherClock } from './write'

/** What people tell the clock: in, out, breaks. */
export const clock: Feature<ClockFacts, keyof ClockEffects> = { ...readClock, gather: gatherClock }

const keep: Keepers['clock.in'] = (data) => ({ data })

export const keepClock: Keepers<keyof ClockOps> = {
  'clock.in': keep,
  'clock.out': keep,
  'clock.break_start': keep,
  'clock.break_end': keep,
}
