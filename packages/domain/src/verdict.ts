/** Every reason to refuse an operation; the table in section 6 of the wire contract. */
export const VERDICT_CODES = [
  'STAFF_UNKNOWN',
  'STAFF_INACTIVE',
  'PIN_WRONG',
  'PIN_UNREADABLE',
  'STAFF_LOCKED',
  'SIGN_ON_MISSING',
  'SIGN_ON_REJECTED',
  'SIGN_ON_EXPIRED',
  'CARD_UNKNOWN',
  'CARD_BLOCKED',
  'PROGRAM_INACTIVE',
  'STAMP_COOLDOWN',
  'STAMP_DAILY_LIMIT',
  'INSUFFICIENT_BALANCE',
  'REWARD_UNKNOWN',
  'TICKET_UNKNOWN',
  'TICKET_FORGED',
  'TICKET_REVOKED',
  'TICKET_WRONG_PERFORMANCE',
  'TICKET_UNCONFIRMED',
  'TICKET_ALREADY_ADMITTED',
  'TICKET_NOT_INSIDE',
  'PERFORMANCE_FULL',
  'PERFORMANCE_NOT_OPEN',
  'CLOCK_DOUBLE_TAP',
  'VOID_TOO_LATE',
  'VOID_UNKNOWN',
  'VOID_ALREADY',
  'JOB_NOT_ALLOWED',
  'OP_MALFORMED',
  'KIND_UNKNOWN',
  'OP_ID_REUSED',
  'SEQ_REUSED',
] as const
export type VerdictCode = (typeof VERDICT_CODES)[number]

/** What a person should know of an operation beside its verdict. */
export const VERDICT_FLAGS = [
  'CLOCK_UNCERTAIN',
  'CLOCK_AHEAD',
  'CLOCK_BEHIND',
  'LATE',
  'RECOVERED',
  'ALREADY_CLOCKED_IN',
  'ALREADY_CLOCKED_OUT',
  'LONG_SHIFT',
  'UNVERIFIED',
] as const
export type VerdictFlag = (typeof VERDICT_FLAGS)[number]

type Scalar = string | number | boolean | null

/** Facts that explain a code: `retry_at`, `limit`, `attempts_left`, `first`, … (instants as text). */
export type VerdictDetail = Readonly<Record<string, Scalar | Readonly<Record<string, Scalar>>>>

export type Verdict =
  | { readonly status: 'accepted'; readonly code: null; readonly detail: VerdictDetail }
  | { readonly status: 'rejected'; readonly code: VerdictCode; readonly detail: VerdictDetail }

export type VerdictStatus = Verdict['status']

export const ACCEPTED: Verdict = { status: 'accepted', code: null, detail: {} }

export function rejected(code: VerdictCode, detail: VerdictDetail = {}): Verdict {
  return { status: 'rejected', code, detail }
}
