import {
  chainTextHash,
  type EpochMs,
  formatInstant,
  type Id,
  type LocalDay,
  type PunchAction,
  type PunchSource,
  type VerdictCode,
  type VerdictFlag,
  type VerdictStatus,
} from '@counterfoil/domain'
import { hash } from 'node:crypto'
import type { LaneHead } from './lane'

/** What an entry says, before it has a place in the chain. */
export interface EntryDraft {
  readonly id: Id
  /** The operation that caused it, or the review; neither where a person at the console did. */
  readonly op_id: Id | null
  readonly review_id: Id | null
  readonly kind: string
  readonly status: VerdictStatus
  readonly code: VerdictCode | null
  readonly flags: readonly VerdictFlag[]
  readonly occurred_at: EpochMs
  readonly recorded_at: EpochMs
  readonly store_id: Id | null
  readonly device_id: Id | null
  readonly staff_id: Id | null
  readonly user_id: Id | null
  readonly program_id: Id | null
  readonly card_id: Id | null
  /** Moved on the card; negative where undone. */
  readonly stamps: number
  /** What only some entries say is absent from the others: their hashes know nothing of it. */
  readonly points?: number
  readonly reward_id?: Id
  /** Paid, in minor units of `currency`. */
  readonly amount_minor?: number
  readonly currency?: string
  readonly performance_id?: Id
  readonly ticket_id?: Id
  /** Moved through a door; negative: out, or not in after all. */
  readonly people?: number
  /** What a punch or an amendment tells the clock, where the kind does not say it. */
  readonly punch?: PunchAction
  /** How a punch was made, where it was not by PIN at a tablet. */
  readonly source?: PunchSource
  /** The closed period: that holds a punch back, or that this entry closes or opens. */
  readonly period_id?: Id
  readonly request_id?: Id
  /** Of a period, both included. */
  readonly from_day?: LocalDay
  readonly to_day?: LocalDay
  /** Tablets that a period was closed without. */
  readonly without?: readonly Id[]
  readonly target_op_id: Id | null
  /** Free of NUL and lone surrogates: the database could not keep it. */
  readonly note: string | null
}

export interface ChainedEntry {
  readonly n: number
  readonly draft: EntryDraft
  /** Canonical JSON, what is hashed, word for word; kept as `body`. */
  readonly text: string
  readonly prev_hash: string
  readonly hash: string
}

/** Gives drafts their numbers and hashes behind the head of the chain, in order. */
export function chainEntries(
  head: LaneHead,
  drafts: readonly EntryDraft[],
): { readonly entries: readonly ChainedEntry[]; readonly head: LaneHead } {
  const entries: ChainedEntry[] = []
  let { ledger_n: n, ledger_hash: previous } = head
  for (const draft of drafts) {
    n += 1
    const text = textOf(draft, n)
    const hash = chainTextHash(sha256Hex, previous, text)
    entries.push({ n, draft, text, prev_hash: previous, hash })
    previous = hash
  }
  return { entries, head: { ...head, ledger_n: n, ledger_hash: previous } }
}

export function sha256Hex(text: string): string {
  return hash('sha256', text, 'hex')
}

/**
 * Named one by one, so that nothing that a caller adds by mistake gets into the chain, and in the
 * order of canonical JSON, so that it is written once and without sorting. What an entry does not
 * say is left out. A test holds this to `canonicalJson`.
 */
function textOf(draft: EntryDraft, n: number): string {
  return JSON.stringify({
    amount_minor: draft.amount_minor,
    card_id: draft.card_id,
    code: draft.code,
    currency: draft.currency,
    device_id: draft.device_id,
    flags: draft.flags,
    from_day: draft.from_day,
    id: draft.id,
    kind: draft.kind,
    n,
    note: draft.note,
    occurred_at: formatInstant(draft.occurred_at),
    op_id: draft.op_id,
    people: draft.people,
    performance_id: draft.performance_id,
    period_id: draft.period_id,
    points: draft.points,
    program_id: draft.program_id,
    punch: draft.punch,
    recorded_at: formatInstant(draft.recorded_at),
    request_id: draft.request_id,
    review_id: draft.review_id,
    reward_id: draft.reward_id,
    source: draft.source,
    staff_id: draft.staff_id,
    stamps: draft.stamps,
    status: draft.status,
    store_id: draft.store_id,
    target_op_id: draft.target_op_id,
    ticket_id: draft.ticket_id,
    to_day: draft.to_day,
    user_id: draft.user_id,
    without: draft.without,
  })
}
