import type { EpochMs, Instant } from '@counterfoil/domain'
import { formatInstant } from '@counterfoil/domain'
import type { Health, QueuedOp, QueueFigures, Stream } from './ports'

export interface BatchLimits {
  readonly max_ops: number
  readonly max_bytes: number
}

/** Room for everything in a batch that is not an operation. */
const ENVELOPE_BYTES = 4096

/** As many from the front as fit; at least one, so that an oversized one is found out. */
export function fitBatch(
  ops: readonly QueuedOp[],
  limits: BatchLimits,
  most: number,
): readonly QueuedOp[] {
  let bytes = ENVELOPE_BYTES
  const batch: QueuedOp[] = []
  for (const op of ops.slice(0, Math.min(most, limits.max_ops))) {
    bytes += utf8Length(op.wire) + 1
    if (bytes > limits.max_bytes && batch.length > 0) break
    batch.push(op)
  }
  return batch
}

function utf8Length(text: string): number {
  let length = text.length
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit > 0x7f) length += unit > 0x7ff ? 2 : 1
  }
  return length
}

export interface Envelope {
  readonly sent_at: EpochMs
  readonly figures: QueueFigures
  readonly health: Health
  readonly recovered_from: Stream | null
}

/** The request body: operations go as the very bytes they were made of. */
export function batchBody(ops: readonly QueuedOp[], envelope: Envelope): string {
  const { figures, health } = envelope
  const head = JSON.stringify({
    sent_at: formatInstant(envelope.sent_at),
    queue: { pending: figures.pending, oldest_at: instantOrNull(figures.oldest_at) },
    ...(envelope.recovered_from === null ? {} : { recovered_from: envelope.recovered_from }),
    health: { ...health, parked: figures.parked },
  })
  return `${head.slice(0, -1)},"ops":[${ops.map(({ wire }) => wire).join(',')}]}`
}

function instantOrNull(at: EpochMs | null): Instant | null {
  return at === null ? null : formatInstant(at)
}
