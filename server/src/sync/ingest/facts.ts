import type {
  EpochMs,
  Id,
  Job,
  MerchantSettings,
  SeqRange,
  VerdictCode,
  VerdictDetail,
  VerdictFlag,
  VerdictStatus,
} from '@counterfoil/domain'

/** An operation that is stored: its verdict stands. */
export interface KnownOp {
  readonly id: Id
  readonly content_hash: string
  readonly status: VerdictStatus
  readonly code: VerdictCode | null
  readonly flags: readonly VerdictFlag[]
  readonly detail: VerdictDetail
  readonly occurred_at: EpochMs
}

/** Other content under the id of a known op. */
export interface KnownConflict {
  readonly op_id: Id
  readonly content_hash: string
  readonly occurred_at: EpochMs
}

/** Which operation has a number of the stream. */
export interface SeqOwner {
  readonly seq: number
  readonly id: Id
  readonly occurred_at: EpochMs
  /** Whether its own clock could be read. */
  readonly timed: boolean
}

/** The stored op with the next lower number than `before`. */
export interface SeqBefore {
  readonly before: number
  readonly seq: number
  readonly occurred_at: EpochMs
}

/** The device row whose sequence the ops belong to. */
export interface StreamDevice {
  readonly id: Id
  readonly incarnation: number
  /** The stream is that of its present pairing, and the pairing holds. */
  readonly living: boolean
  readonly jobs: readonly Job[]
  readonly label: string
  readonly store: { readonly id: Id; readonly time_zone: string }
}

/** What every batch asks, whatever is in it. Lists are `null` when empty. */
export interface CoreFacts {
  readonly settings: MerchantSettings
  /** The sender, if it is a device: still there, still paired. */
  readonly sender_incarnation: number | null
  readonly device: StreamDevice | null
  readonly stream: {
    readonly last_seq: number
    readonly highest: number
    readonly missing: readonly SeqRange[]
  } | null
  /** Numbers that other tablets handed in for the stream; asked for by those tablets alone. */
  readonly recovered_seqs?: readonly SeqRange[] | null
  readonly known: readonly KnownOp[] | null
  readonly conflicts: readonly KnownConflict[] | null
  readonly owners: readonly SeqOwner[] | null
  readonly before: readonly SeqBefore[] | null
}
