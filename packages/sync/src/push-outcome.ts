import type { EpochMs, Id, SeqRange } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import type { ReadPushAnswer } from './read-push-answer'
import type { Reply } from './reply'

/** The tablet may not speak any more; a person must pair it again. */
export type StopCode =
  | 'TERMINAL_DEVICE_REVOKED'
  | 'TERMINAL_DEVICE_EXPIRED'
  /** Of a tablet that had claimed: the server was restored from before it did. */
  | 'TERMINAL_DEVICE_PAIRING_EXPIRED'
  | 'TOKEN_INVALID'

/** What to do after one attempt to push. Nothing here ever drops an operation. */
export type PushOutcome =
  | {
      readonly kind: 'answered'
      readonly received_at: EpochMs
      readonly verdicts: readonly WireVerdict[]
      readonly last_seq: number
      readonly missing: readonly SeqRange[]
    }
  /** Nothing was wrong with the operations; try again later. */
  | { readonly kind: 'retry'; readonly reason: string; readonly after_ms: number | null }
  /** The batch is too large, or something in it is: try a smaller one at once. */
  | { readonly kind: 'split'; readonly reason: string }
  /** The server trips over this batch, or over everything: retry, and split if it goes on. */
  | { readonly kind: 'doubt'; readonly reason: string; readonly after_ms: number | null }
  /** Recovered operations of a tablet that the server knows nothing of: it will take none, ever. */
  | { readonly kind: 'stranger'; readonly reason: string }
  | { readonly kind: 'stop'; readonly code: StopCode }

const STOPS: readonly string[] = [
  'TERMINAL_DEVICE_REVOKED',
  'TERMINAL_DEVICE_EXPIRED',
  'TERMINAL_DEVICE_PAIRING_EXPIRED',
  'TOKEN_INVALID',
] satisfies StopCode[]

/** The batch itself was refused: nothing of it was stored, and sent again it would be again. */
const BATCH_AT_FAULT = new Set(['BATCH_MALFORMED', 'BODY_MALFORMED', 'VALIDATION', 'TOO_LARGE'])

function isStop(code: string): code is StopCode {
  return STOPS.includes(code)
}

/**
 * @param sent the operations of the batch, by id; verdicts on any others are passed over
 * @param recovered whether they are of an earlier pairing, which the batch names
 */
export function judgePush(
  reply: Reply<ReadPushAnswer>,
  sent: ReadonlySet<Id>,
  recovered = false,
): PushOutcome {
  if (reply.kind === 'none') return { kind: 'retry', reason: reply.reason, after_ms: null }
  if (reply.kind === 'problem') {
    const stranger = recovered && reply.code === 'NOT_FOUND'
    return stranger ? { kind: 'stranger', reason: reply.code } : judgeProblem(reply)
  }
  const { received_at, last_seq, missing } = reply.value
  const verdicts = reply.value.verdicts.filter(({ id }) => sent.has(id))
  if (sent.size > 0 && verdicts.length === 0) {
    return { kind: 'doubt', reason: 'the answer says nothing of what was sent', after_ms: null }
  }
  return { kind: 'answered', received_at, verdicts, last_seq, missing }
}

function judgeProblem(problem: Extract<Reply<unknown>, { kind: 'problem' }>): PushOutcome {
  const { code, retry_after_ms: after_ms } = problem
  if (isStop(code)) return { kind: 'stop', code }
  if (BATCH_AT_FAULT.has(code)) return { kind: 'split', reason: code }
  if (code === 'INTERNAL') return { kind: 'doubt', reason: code, after_ms }
  return { kind: 'retry', reason: code, after_ms }
}
