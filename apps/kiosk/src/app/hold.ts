import type { Result } from './flow-state'

/** A good result gives way quickly, a problem stays until it was surely read. */
const GOOD = { good: true, ms: 1_500 } as const
const PROBLEM = { good: false, ms: 4_000 } as const

/** How long a result stays on screen, and whether the next code may cut it short. */
export function holdOf(result: Result): typeof GOOD | typeof PROBLEM {
  switch (result.kind) {
    case 'stamp':
      return result.outcome.verdict.status === 'accepted' && !result.outcome.pending
        ? GOOD
        : PROBLEM
    case 'undo':
      return result.outcome.verdict.status === 'accepted' ? GOOD : PROBLEM
    case 'signed_on':
      return GOOD
    case 'not_saved':
    case 'not_ours':
    case 'no_pin':
    case 'failed':
      return PROBLEM
  }
}
