import { createCrowd, type EpochMs, type Id } from '@counterfoil/domain'
import type { EffectState, ReviewAction } from '../ledger/review-actions'

/** What a person who decides about people at a door must know of them. */
export interface PeopleInReview {
  readonly kind: string
  readonly occurred_at: EpochMs
  /** `null`: of no performance that is known. */
  readonly performance_id: Id | null
  /** The operation's, where it is for that performance. */
  readonly ticket: {
    readonly id: Id
    readonly party_size: number
    /** What counts on it. */
    readonly steps: readonly (readonly [at: EpochMs, people: number])[] | null
  } | null
  /** Asked for by the operation. */
  readonly count: number
}

const SIGN: Readonly<Record<string, number>> = {
  'ticket.admit': 1,
  'ticket.walk_in': 1,
  'ticket.exit': -1,
}

/** How many the operation would move; `undefined` when it is no door's. */
export function peopleOf({ kind, count }: Pick<PeopleInReview, 'kind' | 'count'>) {
  const sign = SIGN[kind]
  return sign === undefined ? undefined : sign * count
}

/**
 * R-050 at the door. People who did go in may be counted in whatever the rules said, for the count
 * must be true; that is the decision of a person, and the ledger names it. But nobody can go out who
 * is not known to be in, and nobody who has left can be taken out of the count again.
 */
export function peopleActions(people: PeopleInReview, effect: EffectState): ReviewAction[] {
  const moved = peopleOf(people)
  if (moved === undefined || people.performance_id === null || effect === 'voided')
    return ['dismiss']
  const change = effect === 'counts' ? -moved : moved
  const action = effect === 'counts' ? 'void' : 'accept'
  return canBe(people, change, effect) ? [action, 'dismiss'] : ['dismiss']
}

function canBe({ ticket, occurred_at: at }: PeopleInReview, change: number, effect: EffectState) {
  const steps = (ticket?.steps ?? []).map(([when, people]) => ({ at: when, people }))
  const inside = createCrowd(steps)
  if (change < 0) {
    const guests = ticket === null && effect === 'counts'
    return guests || inside.lowFrom(at) >= -change
  }
  return effect === 'none' || inside.peakFrom(at) + change <= (ticket?.party_size ?? 0)
}

/** How many an operation asks for; one where it does not say. */
export function askedCount(data: Readonly<Record<string, unknown>>): number {
  return typeof data['count'] === 'number' ? data['count'] : 1
}
