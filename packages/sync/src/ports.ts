import type { EpochMs, Id, OpKind, SeqRange } from '@counterfoil/domain'
import type { Change, ClockNews, Door, WireVerdict } from '@counterfoil/protocol'

/** Everything the engine knows of the world comes through these; it holds no global of its own. */
export interface Ports {
  readonly outbox: Outbox
  readonly replica: Replica
  readonly transport: Transport
  readonly clock: Clock
  readonly timers: Timers
  /** In `[0, 1)`. */
  readonly random: () => number
  readonly health: () => Promise<Health>
}

export interface Clock {
  /** The tablet's wall clock; may jump. */
  readonly wall: () => EpochMs
  /** Milliseconds since whenever; never jumps. */
  readonly monotonic: () => number
}

export interface Timers {
  /** Calls `run` once after `ms`; the answer cancels it. */
  readonly after: (ms: number, run: () => void) => () => void
}

/** One pairing of one device row: within it, operations are numbered from 1 without gaps. */
export interface Stream {
  readonly device_id: Id
  readonly incarnation: number
}

/** An operation that waits. `wire` is its JSON as it was made, sent byte for byte. */
export interface QueuedOp {
  readonly id: Id
  readonly seq: number
  readonly kind: OpKind
  readonly wire: string
}

export interface QueueFigures {
  readonly pending: number
  readonly oldest_at: EpochMs | null
  readonly parked: number
}

/** The durable queue. Every promise resolves only after its transaction is on disk. */
export interface Outbox {
  /** The present pairing. */
  readonly stream: () => Promise<Stream>
  /** Streams of earlier pairings with this merchant of which anything is still held. */
  readonly earlier: () => Promise<readonly Stream[]>
  /** What waits in a stream, lowest `seq` first; parked ones are left out. */
  readonly waiting: (stream: Stream, limit: number) => Promise<readonly QueuedOp[]>
  readonly figures: () => Promise<QueueFigures>
  /**
   * Keeps final verdicts, and takes back what a refused operation did to the replica.
   * @param told whose verdict is on the screen already
   */
  readonly settle: (
    verdicts: readonly WireVerdict[],
    receivedAt: EpochMs,
    told: ReadonlySet<Id>,
  ) => Promise<void>
  /** Sets one operation aside, where a person sees it. */
  readonly park: (id: Id, reason: string) => Promise<void>
  /** Gives every parked operation another try. */
  readonly unpark: () => Promise<void>
  /**
   * Makes answered operations of these numbers wait again.
   * @returns the numbers this tablet no longer has and has not yet reported as lost
   */
  readonly resend: (stream: Stream, ranges: readonly SeqRange[]) => Promise<readonly SeqRange[]>
  /** Highest number whose operation was answered; 0 before the first. */
  readonly highestAnswered: (stream: Stream) => Promise<number>
  /** Adds a `device.lost` operation for each range to the present stream. */
  readonly reportLost: (ranges: readonly SeqRange[]) => Promise<void>
  /** The next number to be handed out must not be below this (a restored tablet). */
  readonly raiseNextSeq: (stream: Stream, next: number) => Promise<void>
  /** Forgets operations that were answered before, by the server's clock. */
  readonly prune: (answeredBefore: EpochMs) => Promise<void>
}

export interface PullPage {
  readonly cursor: string
  readonly more: boolean
  /** Drop what is held first: this page is the start. */
  readonly reset: boolean
  readonly server_time: EpochMs
  readonly changes: readonly Change[]
  /** Tablets at the doors; `null` when the server does not tell. */
  readonly doors?: readonly Door[] | null
  /** What people told any clock; `null` when the server does not tell. */
  readonly clock?: ClockNews | null
}

export interface Replica {
  readonly cursor: () => Promise<string | null>
  /** Rows and cursor in one transaction. */
  readonly apply: (page: PullPage) => Promise<void>
  /** Called before a pull: the answer goes to {@link caughtUp} when that pull has come to its end. */
  readonly mark: () => Promise<number>
  /** The replica now holds the effects of everything that was answered before the mark. */
  readonly caughtUp: (mark: number) => Promise<void>
}

/** What came back: nothing of use, or a status with whatever its body parsed to. */
export type TransportAnswer =
  | { readonly kind: 'none'; readonly reason: string }
  | {
      readonly kind: 'answer'
      readonly status: number
      /** Parsed JSON; `undefined` when it was none (a portal's page). */
      readonly body: unknown
      readonly retry_after_ms: number | null
    }

/** Never rejects. Gives up when `signal` says so, but need not: the engine has its own time-out. */
export interface Transport {
  readonly push: (body: string, signal: CancelSignal) => Promise<TransportAnswer>
  readonly pull: (
    cursor: string | null,
    limit: number,
    signal: CancelSignal,
  ) => Promise<TransportAnswer>
}

/** The part of an AbortSignal that is needed here. */
export interface CancelSignal {
  readonly cancelled: boolean
  readonly onCancel: (run: () => void) => void
}

/** What a heartbeat tells of the tablet. */
export interface Health {
  readonly app_version: string
  readonly storage_persisted: boolean | null
  readonly storage_used_bytes: number | null
  readonly storage_quota_bytes: number | null
}
