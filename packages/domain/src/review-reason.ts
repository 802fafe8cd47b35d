import { type OpKind, punchAction, type Shown } from './op'
import type { Verdict, VerdictFlag } from './verdict'

/** Why a person should look at an operation. */
export const REVIEW_REASONS = [
  'REFUSED_AFTER_SHOWN_ACCEPTED',
  'ACCEPTED_AFTER_SHOWN_REJECTED',
  'RECOVERED',
  'ID_REUSED',
  'SEQ_REUSED',
  'OPERATIONS_LOST',
  'ODD_PUNCH',
  'UNVERIFIED',
  /** A punch that says what a manager has already put in by hand. */
  'MANUAL_CLASH',
  /** A punch of a period that is closed. */
  'PERIOD_CLOSED',
  /** A punch made on somebody's own phone, where the merchant wants to see those. */
  'PHONE_PUNCH',
] as const
export type ReviewReason = (typeof REVIEW_REASONS)[number]

const FLAGGED: Partial<Record<VerdictFlag, ReviewReason>> = {
  RECOVERED: 'RECOVERED',
  ALREADY_CLOCKED_IN: 'ODD_PUNCH',
  ALREADY_CLOCKED_OUT: 'ODD_PUNCH',
  LONG_SHIFT: 'ODD_PUNCH',
  UNVERIFIED: 'UNVERIFIED',
}

/**
 * Whether an operation opens a review, and why: the gravest reason, one review an op.
 * Someone who was told "pending" was promised nothing, so that alone opens none.
 */
export function reviewReason(
  kind: OpKind | undefined,
  shown: Shown,
  verdict: Verdict,
  flags: readonly VerdictFlag[],
  judged?: ReviewReason,
): ReviewReason | undefined {
  if (verdict.code === 'OP_ID_REUSED') return 'ID_REUSED'
  if (verdict.code === 'SEQ_REUSED') return 'SEQ_REUSED'
  if (kind === 'device.lost' && verdict.status === 'accepted') return 'OPERATIONS_LOST'
  if (flags.includes('RECOVERED')) return 'RECOVERED'
  if (shown.status === 'accepted' && verdict.status === 'rejected') {
    return 'REFUSED_AFTER_SHOWN_ACCEPTED'
  }
  if (shown.status === 'rejected' && verdict.status === 'accepted') {
    return 'ACCEPTED_AFTER_SHOWN_REJECTED'
  }
  // Whatever was shown: when somebody came and went is for a person to decide.
  if (punchAction(kind ?? '') !== undefined && verdict.code === 'SIGN_ON_REJECTED') {
    return 'UNVERIFIED'
  }
  if (judged !== undefined && judged !== 'PHONE_PUNCH') return judged
  return flags.map((flag) => FLAGGED[flag]).find((reason) => reason !== undefined) ?? judged
}
