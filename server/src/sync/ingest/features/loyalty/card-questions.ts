import { type EpochMs, HOUR, jobOf, plus } from '@counterfoil/domain'
import type { Batch, BatchOp } from '../../batch'
import { storable } from '../../clock'

/** Longest cooldown and longest local day: how far apart two stamps can matter to each other. */
const REACH = 26 * HOUR

/** A card and the time around its operations that may hold stamps which matter. */
export interface CardQuestion {
  readonly hash: string
  readonly from: string
  readonly until: string
}

/**
 * An op may be moved up to the time of one before it, never back: the windows begin at what its own
 * clock says and end at the latest of all before it. What the database knows of earlier ops is
 * added there.
 */
export function cardQuestions({ ops, received_at }: Batch): CardQuestion[] {
  const windows = new Map<string, { from: EpochMs; until: EpochMs }>()
  let latest: EpochMs | undefined
  for (const one of ops) {
    const { reckoned = received_at } = one
    latest = latest === undefined || reckoned > latest ? reckoned : latest
    const hash = cardHashOf(one)
    if (hash === undefined) continue
    const known = windows.get(hash)
    const from = known === undefined || reckoned < known.from ? reckoned : known.from
    windows.set(hash, { from, until: latest })
  }
  return [...windows].map(([hash, { from, until }]) => ({
    hash,
    from: storable(plus(from, -REACH)),
    until: storable(plus(until, REACH)),
  }))
}

/** The hash of the card's token, for ops that carry one. */
export function cardHashOf({ op, token_hash }: BatchOp): string | undefined {
  return op !== undefined && jobOf(op.kind) === 'loyalty' ? token_hash : undefined
}
