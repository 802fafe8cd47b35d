import { restOf } from './door-steps'
import type { DoorStep } from './door-state'

/** More guests at once than this are counted in parts. */
const MOST_GUESTS = 99

/** The most that may be let in by one touch: the rest of the party, or a crowd without tickets. */
export function mostPeople(step: Extract<DoorStep, { at: 'ask' | 'walk_in' }>): number {
  return step.at === 'ask' ? restOf(step.ticket) : MOST_GUESTS
}
