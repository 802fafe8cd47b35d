import { type EpochMs, HOUR, type Id, plus } from '@counterfoil/domain'
import type { Batch, BatchOp } from './batch'
import { storable } from './clock'

/** Longest cooldown and longest local day: how far apart two stamps can matter to each other. */
const REACH = 26 * HOUR

/** What a batch asks the database, before it is known what any of it means. */
export interface Questions {
  readonly ids: readonly Id[]
  readonly seqs: readonly number[]
  /** First numbers of the runs without a hole: what came before them is not in the batch. */
  readonly run_starts: readonly number[]
  readonly cards: readonly CardQuestion[]
  readonly sign_ons: readonly Id[]
  readonly staff: readonly Id[]
  readonly targets: readonly Id[]
}

/** A card and the time around its operations that may hold stamps which matter. */
export interface CardQuestion {
  readonly hash: string
  readonly from: string
  readonly until: string
}

export function questionsOf(batch: Batch): Questions {
  const { ops } = batch
  const seqs = [...new Set(ops.flatMap(({ seq }) => (seq === null ? [] : [seq])))]
  return {
    ids: [...new Set(ops.map(({ id }) => id))],
    seqs,
    run_starts: seqs.filter((seq, index) => seqs[index - 1] !== seq - 1),
    cards: cardQuestions(ops, batch.received_at),
    sign_ons: distinct(ops, ({ op }) => op?.sign_on),
    staff: distinct(ops, ({ op }) => (op?.kind === 'staff.sign_on' ? op.data.staff_id : undefined)),
    targets: distinct(ops, ({ op }) => (op?.kind === 'op.void' ? op.data.op_id : undefined)),
  }
}

function distinct(ops: readonly BatchOp[], read: (op: BatchOp) => Id | undefined): Id[] {
  return [...new Set(ops.map(read).filter((id) => id !== undefined))]
}

/**
 * An op may be moved up to the time of one before it, never back: the windows begin at what its own
 * clock says and end at the latest of all before it. What the database knows of earlier ops is
 * added there.
 */
function cardQuestions(ops: readonly BatchOp[], receivedAt: EpochMs): CardQuestion[] {
  const windows = new Map<string, { from: EpochMs; until: EpochMs }>()
  let latest: EpochMs | undefined
  for (const { token_hash, reckoned = receivedAt } of ops) {
    latest = latest === undefined || reckoned > latest ? reckoned : latest
    if (token_hash === undefined) continue
    const known = windows.get(token_hash)
    const from = known === undefined || reckoned < known.from ? reckoned : known.from
    windows.set(token_hash, { from, until: latest })
  }
  return [...windows].map(([hash, { from, until }]) => ({
    hash,
    from: storable(plus(from, -REACH)),
    until: storable(plus(until, REACH)),
  }))
}
