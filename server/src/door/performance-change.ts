import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { FeedChange } from '../sync/feed'

/** What of a performance a tablet is told. */
export interface PerformanceRow {
  readonly id: Id
  readonly title: string
  readonly starts_at: EpochMs
  readonly opens_at: EpochMs | null
  readonly capacity: number
  readonly reentry: boolean
  readonly pin_required: boolean
  readonly active: boolean
  readonly inside: number
}

export const PERFORMANCE_COLUMNS = [
  'id',
  'title',
  'starts_at',
  'opens_at',
  'capacity',
  'reentry',
  'pin_required',
  'active',
  'inside',
] as const satisfies readonly (keyof PerformanceRow)[]

export function performanceChange(performance: PerformanceRow): FeedChange {
  const { id, title, capacity, reentry, pin_required, active, inside } = performance
  const starts_at = formatInstant(performance.starts_at)
  const opens_at = performance.opens_at === null ? null : formatInstant(performance.opens_at)
  const data = { id, title, starts_at, opens_at, capacity, reentry, pin_required, active, inside }
  return { entity: 'performance', id, data }
}
