import type { Id } from '@counterfoil/domain'

export type ReviewAction = 'accept' | 'void' | 'dismiss'

/** What an operation does to its card at present, whatever its verdict was. */
export type EffectState = 'none' | 'counts' | 'voided'

/**
 * What a person can decide about an operation. Accepting brings about what the verdict refused,
 * voiding takes back what counts; leaving things as they are is always possible.
 */
export function actionsOn(kind: string, cardId: Id | null, effect: EffectState): ReviewAction[] {
  if (kind !== 'loyalty.stamp' || cardId === null) return ['dismiss']
  switch (effect) {
    case 'none':
      return ['accept', 'dismiss']
    case 'counts':
      return ['void', 'dismiss']
    case 'voided':
      return ['dismiss']
  }
}
