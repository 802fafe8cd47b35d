import { addSeqs, NO_SEQS, type SeqState } from '@counterfoil/domain'
import type { Batch } from './batch'
import type { Consequences } from './consequences'
import type { CoreFacts } from './facts'

/** Which numbers of the stream have an answer once this batch has one. */
export function streamAfter(
  batch: Batch,
  stream: CoreFacts['stream'],
  lost: Consequences['lost'],
): SeqState {
  let state: SeqState = stream ?? NO_SEQS
  let run: [from: number, to: number] | undefined
  for (const { seq } of batch.ops) {
    if (seq === null) continue
    if (run !== undefined && seq <= run[1] + 1) run[1] = seq
    else {
      if (run !== undefined) state = addSeqs(state, ...run)
      run = [seq, seq]
    }
  }
  if (run !== undefined) state = addSeqs(state, ...run)
  return lost.reduce((before, [from, to]) => addSeqs(before, from, to), state)
}
