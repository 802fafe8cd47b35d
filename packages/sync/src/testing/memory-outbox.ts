import { type EpochMs, formatInstant, type Id, type SeqRange } from '@counterfoil/domain'
import type { WireVerdict } from '@counterfoil/protocol'
import type { Outbox, QueuedOp, QueueFigures, Stream } from '../ports'

export interface MemoryRow extends QueuedOp {
  readonly stream: Stream
  readonly at: EpochMs
  state: 'queued' | 'answered' | 'parked'
  verdict: WireVerdict | null
  answered_at: EpochMs | null
  lost: SeqRange | null
}

/** An outbox that survives its engine, as a database survives its page. */
export class MemoryOutbox implements Outbox {
  rows: MemoryRow[] = []
  present: Stream = { device_id: 'device-1', incarnation: 1 }
  nextSeq = 1
  #ids = 0

  constructor(readonly now: () => EpochMs) {}

  add(kind: QueuedOp['kind'] = 'loyalty.stamp', data: object = {}, lost: SeqRange | null = null) {
    const seq = this.nextSeq++
    const id = `op-${this.present.device_id}-${this.present.incarnation}-${this.#ids++}`
    const at = this.now()
    const wire = JSON.stringify({ id, seq, kind, at: formatInstant(at), offset_ms: null, data })
    const row: MemoryRow = {
      id,
      seq,
      kind,
      wire,
      at,
      stream: this.present,
      state: 'queued',
      verdict: null,
      answered_at: null,
      lost,
    }
    this.rows.push(row)
    return row
  }

  /** Pairs anew: numbers start from 1. */
  pairAgain(): void {
    this.present = { ...this.present, incarnation: this.present.incarnation + 1 }
    this.nextSeq = 1
  }

  readonly stream = async (): Promise<Stream> => this.present

  readonly earlier = async (): Promise<readonly Stream[]> => {
    const held = this.rows.filter((row) => !this.#isPresent(row))
    return [...new Map(held.map(({ stream }) => [JSON.stringify(stream), stream])).values()]
  }

  readonly waiting = async (stream: Stream, limit: number): Promise<readonly QueuedOp[]> =>
    this.#of(stream)
      .filter(({ state }) => state === 'queued')
      .toSorted((a, b) => a.seq - b.seq)
      .slice(0, limit)

  readonly figures = async (): Promise<QueueFigures> => {
    const queued = this.rows.filter(({ state }) => state === 'queued')
    const parked = this.rows.filter(({ state }) => state === 'parked').length
    return { pending: queued.length, oldest_at: queued[0]?.at ?? null, parked }
  }

  readonly settle = async (
    verdicts: readonly WireVerdict[],
    receivedAt: EpochMs,
  ): Promise<void> => {
    for (const verdict of verdicts) {
      const row = this.rows.find(({ id }) => id === verdict.id)
      if (row !== undefined) {
        Object.assign(row, { state: 'answered', verdict, answered_at: receivedAt })
      }
    }
  }

  readonly park = async (id: Id): Promise<void> => {
    for (const row of this.rows) if (row.id === id) row.state = 'parked'
  }

  readonly unpark = async (): Promise<void> => {
    for (const row of this.rows) if (row.state === 'parked') row.state = 'queued'
  }

  readonly resend = async (
    stream: Stream,
    ranges: readonly SeqRange[],
  ): Promise<readonly SeqRange[]> => {
    const gone: SeqRange[] = []
    for (const [from, to] of ranges) {
      for (let seq = from; seq <= to; seq += 1) {
        const row = this.#of(stream).find((other) => other.seq === seq)
        if (row?.state === 'answered') row.state = 'queued'
        const reported = this.rows.some(
          ({ lost }) => lost !== null && lost[0] <= seq && seq <= lost[1],
        )
        if (row === undefined && !reported) gone.push([seq, seq])
      }
    }
    return gone
  }

  readonly highestAnswered = async (stream: Stream): Promise<number> =>
    Math.max(
      0,
      ...this.#of(stream)
        .filter(({ state }) => state === 'answered')
        .map(({ seq }) => seq),
    )

  readonly reportLost = async (ranges: readonly SeqRange[]): Promise<void> => {
    for (const [from_seq, to_seq] of ranges) {
      this.add('device.lost', { from_seq, to_seq }, [from_seq, to_seq])
    }
  }

  readonly raiseNextSeq = async (_stream: Stream, next: number): Promise<void> => {
    this.nextSeq = Math.max(this.nextSeq, next)
  }

  readonly prune = async (before: EpochMs): Promise<void> => {
    this.rows = this.rows.filter((row) => row.answered_at === null || row.answered_at >= before)
  }

  #of(stream: Stream): MemoryRow[] {
    return this.rows.filter(
      (row) =>
        row.stream.device_id === stream.device_id && row.stream.incarnation === stream.incarnation,
    )
  }

  #isPresent({ stream }: MemoryRow): boolean {
    return (
      stream.device_id === this.present.device_id && stream.incarnation === this.present.incarnation
    )
  }
}
