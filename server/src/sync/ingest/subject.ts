import type { Id, PunchSource } from '@counterfoil/domain'

/** Whom and what an operation is about, as the ledger names it. */
export interface Subject {
  readonly staff_id: Id | null
  readonly card_id: Id | null
  readonly program_id: Id | null
  /** Moved on the card by this verdict. */
  readonly stamps: number
  readonly points?: number
  readonly reward_id?: Id
  readonly amount_minor?: number
  readonly currency?: string
  readonly performance_id?: Id
  readonly ticket_id?: Id
  /** Moved through a door; negative: out, or not in after all. */
  readonly people?: number
  readonly source?: PunchSource
  readonly period_id?: Id
  readonly target_op_id: Id | null
  readonly note: string | null
}

export const NO_SUBJECT: Subject = {
  staff_id: null,
  card_id: null,
  program_id: null,
  stamps: 0,
  target_op_id: null,
  note: null,
}
