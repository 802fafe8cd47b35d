import { addSeqs, type SeqState } from '@counterfoil/domain'
import type { Batch } from './batch'
import type { Consequences } from './consequences'

/** Which numbers of the stream have an answer once this batch has one. */
export function streamAfter(batch: Batch, before: SeqState, lost: Consequences['lost']): SeqState {
  let state = before
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
  return lost.reduce((known, [from, to]) => addSeqs(known, from, to), state)
}
