import type {
  EpochMs,
  Id,
  Job,
  MerchantSettings,
  OpKind,
  PinCounter,
  PinFailure,
  ProgramFact,
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

/** A stamp as read: op, time, count. */
export type StampTuple = readonly [op_id: Id, at: EpochMs, count: number]

export interface CardFacts {
  readonly id: Id
  readonly token_hash: string
  readonly program_id: Id
  readonly number: string
  readonly status: 'active' | 'blocked'
  readonly stamps: number
  readonly last_stamp_at: EpochMs | null
  /** The latest stamp that counts and is no target of an undo in this batch. */
  readonly last_untouched_at: EpochMs | null
  /** That count, within the windows asked for and of the last 48 hours. */
  readonly counting: readonly StampTuple[] | null
}

export interface StaffFacts {
  readonly id: Id
  readonly active: boolean
  /** Every PIN: which there are, and when each was replaced. */
  readonly pins: readonly (readonly [version: number, replaced_at: EpochMs | null])[] | null
  readonly counter: PinCounter | null
  readonly person: PersonLocks | null
}

export interface PersonLocks {
  readonly failures: readonly PinFailure[]
  readonly locked_until_occurred: EpochMs | null
  readonly locked_until_received: EpochMs | null
}

export interface SignOnFacts {
  readonly op_id: Id
  readonly device_id: Id
  readonly staff_id: Id
  readonly occurred_at: EpochMs
  readonly accepted: boolean
  readonly ended_at: EpochMs | null
}

export interface TargetFacts {
  readonly op_id: Id
  readonly kind: OpKind
  readonly store_id: Id
  readonly status: VerdictStatus
  readonly occurred_at: EpochMs
  readonly sign_on: Id | null
  readonly card_id: Id | null
  /** `null` when it moved nothing. */
  readonly stamp: { readonly count: number; readonly voided: boolean } | null
}

/** The device row whose sequence the ops belong to. */
export interface StreamDevice {
  readonly id: Id
  readonly incarnation: number
  readonly jobs: readonly Job[]
  readonly store: { readonly id: Id; readonly time_zone: string }
}

/** Everything a batch needs to know, read at once behind the lane. Lists are `null` when empty, absent when nobody asked. */
export interface Facts {
  readonly settings: MerchantSettings
  /** The sender, if it is a device: still there, still paired. */
  readonly sender_incarnation: number | null
  readonly device: StreamDevice | null
  readonly stream: {
    readonly last_seq: number
    readonly highest: number
    readonly missing: readonly SeqRange[]
  } | null
  readonly known: readonly KnownOp[] | null
  readonly conflicts: readonly KnownConflict[] | null
  readonly owners: readonly SeqOwner[] | null
  readonly before: readonly SeqBefore[] | null
  readonly cards?: readonly CardFacts[] | null
  readonly programs?: readonly ProgramFact[] | null
  readonly staff?: readonly StaffFacts[] | null
  readonly sign_ons?: readonly SignOnFacts[] | null
  readonly targets?: readonly TargetFacts[] | null
}
