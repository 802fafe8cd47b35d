import { addSeqs, type EpochMs, formatInstant, NO_SEQS, type SeqState } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import type { Stream } from '../ports'

interface SentOp {
  readonly id: string
  readonly seq: number
  readonly kind: string
  readonly data: { readonly from_seq?: number; readonly to_seq?: number }
}

interface SentBatch {
  readonly queue: { readonly pending: number; readonly oldest_at: string | null }
  readonly health: { readonly parked: number; readonly app_version: string }
  readonly ops: readonly SentOp[]
  readonly recovered_from?: Stream
}

interface Stored {
  readonly verdicts: ReadonlyMap<string, WireVerdict>
  readonly streams: ReadonlyMap<string, SeqState>
  readonly effects: number
}

/** The smallest server that keeps the contract: each operation counts once, verdicts never change. */
export class ReferenceServer {
  verdicts = new Map<string, WireVerdict>()
  streams = new Map<string, SeqState>()
  /** Operations that took effect; equals the number of verdicts, or something counted twice. */
  effects = 0
  /** Operations that no batch can hold. */
  readonly poison = new Set<string>()
  /** Earlier pairings that this server never heard of, as JSON. */
  readonly unknown = new Set<string>()
  revoked = false
  present: Stream = { device_id: 'device-1', incarnation: 1 }
  batches: { readonly size: number; readonly recovered: boolean }[] = []
  /** What the last batch said of the tablet. */
  told: Pick<SentBatch, 'queue' | 'health'> | null = null

  constructor(readonly now: () => EpochMs) {}

  push(text: string): { readonly status: number; readonly body: unknown } {
    const batch = JSON.parse(text) as SentBatch
    this.told = { queue: batch.queue, health: batch.health }
    this.batches.push({ size: batch.ops.length, recovered: batch.recovered_from !== undefined })
    if (this.revoked) return problem(401, 'TERMINAL_DEVICE_REVOKED')
    if (this.unknown.has(JSON.stringify(batch.recovered_from))) return problem(404, 'NOT_FOUND')
    if (batch.ops.some(({ id }) => this.poison.has(id))) {
      return problem(400, 'BATCH_MALFORMED')
    }
    const key = JSON.stringify(batch.recovered_from ?? this.present)
    const verdicts = batch.ops.map((op) => this.#take(key, op))
    const { last_seq, missing } = this.streams.get(key) ?? NO_SEQS
    const received_at = formatInstant(this.now())
    return { status: 200, body: { received_at, last_seq, missing, verdicts } }
  }

  #take(key: string, op: SentOp): WireVerdict {
    const seqs = addSeqs(this.streams.get(key) ?? NO_SEQS, op.seq, op.seq)
    const { from_seq = 1, to_seq = 0 } = op.data
    this.streams.set(key, op.kind === 'device.lost' ? addSeqs(seqs, from_seq, to_seq) : seqs)
    const known = this.verdicts.get(op.id)
    if (known !== undefined) return known
    this.effects += 1
    const verdict: WireVerdict = {
      id: op.id,
      seq: op.seq,
      status: 'accepted',
      code: null,
      flags: [],
      detail: { nth: this.effects },
      occurred_at: formatInstant(this.now()),
    }
    this.verdicts.set(op.id, verdict)
    return verdict
  }

  backup(): Stored {
    return {
      verdicts: new Map(this.verdicts),
      streams: new Map(this.streams),
      effects: this.effects,
    }
  }

  restore(stored: Stored): void {
    this.verdicts = new Map(stored.verdicts)
    this.streams = new Map(stored.streams)
    this.effects = stored.effects
  }
}

export function problem(
  status: number,
  code: string,
): { readonly status: number; readonly body: unknown } {
  const type = `/problems/${code}`
  return { status, body: { type, title: code, status, code, detail: '', request_id: 'r' } }
}
