import { holdOf } from '../hold'
import type { DoorResult } from './door-state'

const GOOD = { good: true, ms: 1_500 } as const
const PROBLEM = { good: false, ms: 4_000 } as const

/** How long a result stays on screen, and whether the next ticket may cut it short. */
export function holdOfDoor(result: DoorResult): typeof GOOD | typeof PROBLEM {
  if (result.kind === 'plain') return holdOf(result.result)
  const { verdict, pending } = result.outcome
  return verdict.status === 'accepted' && !pending ? GOOD : PROBLEM
}
