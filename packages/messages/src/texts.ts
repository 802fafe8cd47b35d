import type { OpKind, VerdictCode, VerdictFlag } from '@counterfoil/domain'

/** What a verdict's detail says, already turned into text by `createFormat`. Absent: not known. */
export interface VerdictDetailText {
  readonly attempts_left?: number | undefined
  readonly locked_until?: string | undefined
  readonly retry_at?: string | undefined
  readonly limit?: number | undefined
  readonly balance?: number | undefined
  readonly needed?: number | undefined
  /** When and where the ticket went in first. */
  readonly first_at?: string | undefined
  readonly first_place?: string | undefined
  readonly capacity?: number | undefined
  readonly inside?: number | undefined
  /** Places that the door asked still has, where it has some of its own. */
  readonly leased?: number | undefined
  /** Places that are kept for other doors. */
  readonly kept?: number | undefined
  /** Places that are left, though too few for the party. */
  readonly left?: number | undefined
  readonly opens_at?: string | undefined
}

/** A headline of one to three words and one sentence: what happened, what to do. */
export interface VerdictText {
  readonly headline: string
  readonly sentence: (detail: VerdictDetailText) => string
}

export interface FlagText {
  readonly headline: string
  readonly sentence: string
}

/** Who did what where, for the ledger read as sentences. */
export interface KindDetail {
  /** A person's name, a tablet's when nobody signed on. */
  readonly who: string
  /** The card ("••71"), the ticket's name, the staff member, the operation undone. */
  readonly subject: string
  readonly place: string
  /** 0 where it is not known. */
  readonly count: number
}

export interface KindText {
  readonly noun: string
  readonly sentence: (detail: KindDetail) => string
}

/** What an error's extras say, as text. */
export interface ProblemDetailText {
  readonly retry_at?: string | undefined
}

export interface ProblemText {
  readonly title: string
  readonly sentence: (detail: ProblemDetailText) => string
}

/** Every code of the wire's problem documents, and two that only a client sees. */
export type ProblemCode =
  | 'BATCH_MALFORMED'
  | 'BODY_MALFORMED'
  | 'CURSOR_INVALID'
  | 'SIGN_IN_REQUIRED'
  | 'CREDENTIALS_INVALID'
  | 'TOTP_REQUIRED'
  | 'USE_DPOP_NONCE'
  | 'DPOP_INVALID'
  | 'TOKEN_INVALID'
  | 'TERMINAL_DEVICE_REVOKED'
  | 'TERMINAL_DEVICE_EXPIRED'
  | 'TERMINAL_DEVICE_PAIRING_EXPIRED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'TERMINAL_DEVICE_ALREADY_CLAIMED'
  | 'CONFLICT'
  | 'TOO_LARGE'
  | 'MEDIA_TYPE'
  | 'VALIDATION'
  | 'PROTOCOL_UNSUPPORTED'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  /** No answer at all. */
  | 'NETWORK'
  /** Anything this version has no words for. */
  | 'UNEXPECTED'

export type ProblemMessages = Readonly<Record<ProblemCode, ProblemText>>

/** Kinds of operations that have words; those the rules do not know yet among them. */
export type KindName =
  | OpKind
  | 'loyalty.earn'
  | 'loyalty.redeem'
  | 'ticket.admit'
  | 'ticket.exit'
  | 'ticket.walk_in'
  | 'clock.in'
  | 'clock.out'
  | 'clock.break_start'
  | 'clock.break_end'

export interface VerdictMessages {
  readonly codes: Readonly<Record<VerdictCode, VerdictText>>
  readonly flags: Readonly<Record<VerdictFlag, FlagText>>
  readonly kinds: Readonly<Record<KindName, KindText>>
  /** The word on the green screen. */
  readonly accepted: Readonly<Record<KindName, string>>
  /** Saved on the tablet (✓). */
  readonly saved: string
  /** Confirmed by the server (✓✓). */
  readonly confirmed: string
  /** For a code that a newer server knows and this version does not. */
  readonly other: FlagText
}
