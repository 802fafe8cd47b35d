import {
  chainHash,
  type EpochMs,
  formatInstant,
  type Id,
  type Instant,
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

/** What is hashed, word for word; its JSON is kept as `body`. */
export type EntryBody = Omit<EntryDraft, 'occurred_at' | 'recorded_at'> & {
  readonly n: number
  readonly occurred_at: Instant
  readonly recorded_at: Instant
}

export interface ChainedEntry {
  readonly body: EntryBody
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
    const body = bodyOf(draft, n)
    const hash = chainHash(sha256Hex, previous, body)
    entries.push({ body, prev_hash: previous, hash })
    previous = hash
  }
  return { entries, head: { ...head, ledger_n: n, ledger_hash: previous } }
}

export function sha256Hex(text: string): string {
  return hash('sha256', text, 'hex')
}

/** Named one by one, so that nothing that a caller adds by mistake gets into the chain. */
function bodyOf(draft: EntryDraft, n: number): EntryBody {
  return {
    n,
    id: draft.id,
    op_id: draft.op_id,
    review_id: draft.review_id,
    kind: draft.kind,
    status: draft.status,
    code: draft.code,
    flags: draft.flags,
    occurred_at: formatInstant(draft.occurred_at),
    recorded_at: formatInstant(draft.recorded_at),
    store_id: draft.store_id,
    device_id: draft.device_id,
    staff_id: draft.staff_id,
    user_id: draft.user_id,
    program_id: draft.program_id,
    card_id: draft.card_id,
    stamps: draft.stamps,
    ...given('points', draft.points),
    ...given('reward_id', draft.reward_id),
    ...given('amount_minor', draft.amount_minor),
    ...given('currency', draft.currency),
    ...given('performance_id', draft.performance_id),
    ...given('ticket_id', draft.ticket_id),
    ...given('people', draft.people),
    ...given('punch', draft.punch),
    ...given('source', draft.source),
    ...given('period_id', draft.period_id),
    ...given('request_id', draft.request_id),
    ...given('from_day', draft.from_day),
    ...given('to_day', draft.to_day),
    ...given('without', draft.without),
    target_op_id: draft.target_op_id,
    note: draft.note,
  }
}

/** The field, or nothing: a field without a value is no JSON. */
function given<K extends keyof EntryDraft, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const fields: { [P in K]?: V } = {}
  if (value !== undefined) fields[key] = value
  return fields
}
