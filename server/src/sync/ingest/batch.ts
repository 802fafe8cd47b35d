import type { EpochMs, Id, Job, Op, Shown, UnverifiedTicket } from '@counterfoil/domain'
import type { PushEnvelope } from '@counterfoil/protocol'
import type { JsonObject } from '../../db/columns'

/** Who hands in a batch: a paired tablet, a signed-in user, or a person's own phone, at a store. */
export type Sender =
  | {
      readonly type: 'device'
      readonly merchant_id: Id
      readonly device_id: Id
      readonly incarnation: number
      readonly jobs: readonly Job[]
      readonly store: { readonly id: Id; readonly time_zone: string }
      readonly ip: string | null
      /** It asks the server itself, so its ops are no part of its sequence. */
      readonly unnumbered?: true
    }
  | {
      readonly type: 'user'
      readonly merchant_id: Id
      readonly account_id: Id
      readonly store: { readonly id: Id; readonly time_zone: string }
    }
  | {
      readonly type: 'phone'
      readonly merchant_id: Id
      /** Whose PIN was checked when the session began. */
      readonly staff_id: Id
      readonly review: boolean
      readonly store: { readonly id: Id; readonly time_zone: string }
    }

export type DeviceSender = Extract<Sender, { type: 'device' }>

/** Whose sequence the ops belong to: the sender's own, or that of an earlier pairing. */
export interface Stream {
  readonly device_id: Id
  readonly incarnation: number
}

/** One op of a batch. Its place in the answer is `index`; ops are judged in order of `seq`. */
export interface BatchOp {
  readonly index: number
  readonly id: Id
  readonly seq: number | null
  /** SHA-256 of the canonical text of the op as sent, hex. */
  readonly content_hash: string
  /** `undefined` when it cannot be read as an op of ours; then `flaw` is its verdict. */
  readonly op: Op | undefined
  readonly flaw: 'OP_MALFORMED' | 'KIND_UNKNOWN' | undefined
  readonly kind: string
  /** The tablet's wall clock as sent, where it can be read. */
  readonly at: string | null
  readonly offset_ms: number | null
  readonly shown: Shown | null
  /** By the server's clock, before other ops are looked at. */
  readonly reckoned: EpochMs | undefined
  /** base64url SHA-256 of the card's or the ticket's token. */
  readonly token_hash: string | undefined
  /** The ticket's token, taken apart, not yet believed. */
  readonly ticket?: UnverifiedTicket | undefined
  /** As it is kept: no sealed PIN, no raw token. */
  readonly data: JsonObject
}

export interface Batch {
  readonly sender: Sender
  /** `undefined` for a user, whose ops have no `seq`. */
  readonly stream: Stream | undefined
  readonly recovered: boolean
  readonly envelope: PushEnvelope
  readonly sent_at: EpochMs
  readonly received_at: EpochMs
  /** In order of `seq`, then as sent. */
  readonly ops: readonly BatchOp[]
}
