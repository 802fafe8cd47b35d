import type { VerdictDetail } from '@counterfoil/domain'
import { restOf } from './door-steps'
import type { DoorResult, DoorStep } from './door-state'

/** More guests at once than this are counted in parts. */
const MOST_GUESTS = 99

/** The most that may be let in by one touch: the rest of the party, or a crowd without tickets. */
export function mostPeople(step: Extract<DoorStep, { at: 'ask' | 'walk_in' }>): number {
  return step.most ?? (step.at === 'ask' ? restOf(step.ticket) : MOST_GUESTS)
}

/** How many of those who were refused together could go in; 0 where that was not the reason. */
export function fewerAllowed(result: DoorResult): number {
  if (result.kind !== 'deed' || result.deed.kind === 'exit') return 0
  const { verdict } = result.outcome
  if (verdict.code !== 'PERFORMANCE_FULL') return 0
  return Math.min(placesLeft(verdict.detail), result.deed.people - 1)
}

/**
 * Places that a `PERFORMANCE_FULL` leaves to whoever was refused: more than none when only a part
 * of the party fits. By the verdict's detail; one that does not say leaves none.
 */
export function placesLeft({ capacity, inside, leased, kept }: VerdictDetail): number {
  if (typeof leased === 'number') return leased
  if (typeof capacity !== 'number' || typeof inside !== 'number') return 0
  return Math.max(0, capacity - inside - (typeof kept === 'number' ? kept : 0))
}
