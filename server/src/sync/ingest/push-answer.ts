import { formatInstant, type SeqState } from '@counterfoil/domain'
import type { PushAnswer } from '@counterfoil/protocol'
import type { Batch } from './batch'
import type { Standing } from './fold'
import { wireVerdict } from './wire-verdict'

/** What is said of a batch; verdicts in the order in which it was sent. */
export function pushAnswer(
  batch: Batch,
  verdicts: ReadonlyMap<number, Standing>,
  seqs: SeqState | undefined,
): PushAnswer {
  return {
    received_at: formatInstant(batch.received_at),
    last_seq: seqs?.last_seq ?? 0,
    missing: (seqs?.missing ?? []).map(([from, to]) => [from, to]),
    verdicts: [...verdicts]
      .sort(([a], [b]) => a - b)
      .map(([, { op, known }]) => wireVerdict(op, known)),
  }
}
