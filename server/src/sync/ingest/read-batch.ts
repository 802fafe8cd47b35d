import { type EpochMs, type Id, instantMs } from '@counterfoil/domain'
import { idSchema, LIMITS, type PushEnvelope, seqSchema } from '@counterfoil/protocol'
import { ProblemError } from '../../problem-error'
import type { Batch, BatchOp, Sender } from './batch'
import { readOp } from './read-op'

/**
 * Reads each op of a batch by itself.
 * @throws ProblemError TOO_LARGE for too many ops; BATCH_MALFORMED when an op cannot be named: then
 *   nothing of the batch is stored
 */
export function readBatch(sender: Sender, envelope: PushEnvelope, receivedAt: EpochMs): Batch {
  if (envelope.ops.length > LIMITS.max_ops) {
    throw new ProblemError('TOO_LARGE', `More than ${LIMITS.max_ops} operations.`)
  }
  const { recovered_from } = envelope
  if (recovered_from !== undefined && sender.type !== 'device') {
    throw new ProblemError('BATCH_MALFORMED', 'Only a tablet recovers operations.')
  }
  const clock = { sent_at: instantMs(envelope.sent_at), received_at: receivedAt }
  const ops = envelope.ops.map((sent, index): BatchOp => {
    const head = readHead(sent, sender)
    if (head === undefined) throw unnamed(index, sender)
    return { index, id: head.id, seq: head.seq, ...readOp(head.sent, sender.type, clock) }
  })
  return {
    sender,
    stream: recovered_from ?? (sender.type === 'device' ? sender : undefined),
    recovered: recovered_from !== undefined,
    envelope,
    ...clock,
    ops: ops.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0) || a.index - b.index),
  }
}

interface Head {
  readonly id: Id
  readonly seq: number | null
  readonly sent: object
}

function readHead(sent: unknown, sender: Sender): Head | undefined {
  if (typeof sent !== 'object' || sent === null) return undefined
  const id = idSchema.safeParse(Reflect.get(sent, 'id')).data
  if (id === undefined) return undefined
  if (!isNumbered(sender)) return { id, seq: null, sent }
  const seq = seqSchema.safeParse(Reflect.get(sent, 'seq')).data
  return seq === undefined ? undefined : { id, seq, sent }
}

function isNumbered(sender: Sender): boolean {
  return sender.type === 'device' && sender.unnumbered !== true
}

function unnamed(index: number, sender: Sender): ProblemError {
  const name = isNumbered(sender) ? 'id and seq' : 'id'
  return new ProblemError('BATCH_MALFORMED', `Operation ${index} has no ${name} that can be read.`)
}
