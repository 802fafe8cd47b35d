import { type Id, type OpKind, punchAction } from '@counterfoil/domain'

export type ReviewAction = 'accept' | 'void' | 'dismiss'

/** What an operation does to its card or its person's times at present, whatever its verdict was. */
export type EffectState = 'none' | 'counts' | 'voided'

const ON_CARDS: ReadonlySet<string> = new Set<OpKind>([
  'loyalty.stamp',
  'loyalty.earn',
  'loyalty.redeem',
])

/**
 * What a person can decide about an operation. Accepting brings about what the verdict refused,
 * voiding takes back what counts; leaving things as they are is always possible.
 * @param subjectId the card, or the person who punched; `null` where that is not known
 */
export function actionsOn(kind: string, subjectId: Id | null, effect: EffectState): ReviewAction[] {
  const decidable = ON_CARDS.has(kind) || punchAction(kind) !== undefined
  if (!decidable || subjectId === null) return ['dismiss']
  switch (effect) {
    case 'none':
      return ['accept', 'dismiss']
    case 'counts':
      return ['void', 'dismiss']
    case 'voided':
      return ['dismiss']
  }
}
