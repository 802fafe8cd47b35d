import type { EpochMs, Id, MovementFact } from '@counterfoil/domain'
import type { PerformanceRow } from '../../../../door/performance-change'
import type { TicketRow } from '../../../../door/ticket-change'

export interface DoorFacts {
  readonly performances?: readonly PerformanceFacts[] | null
  readonly tickets?: readonly TicketFacts[] | null
  /** Those that stand. */
  readonly issuer_keys?: readonly Id[] | null
  readonly target_people?: readonly TargetPeople[] | null
}

export interface PerformanceFacts extends PerformanceRow {
  /** What counts, from the earliest operation of the batch on. */
  readonly steps: readonly (readonly [at: EpochMs, people: number])[] | null
}

/** A movement as read: op, time, people, the tablet's label. */
type MovementTuple = readonly [op_id: Id, at: EpochMs, people: number, device_label: string | null]

export interface TicketFacts extends TicketRow {
  /** All that counts. */
  readonly movements: readonly MovementTuple[] | null
}

/** People whom an operation moved that the batch wants undone, as it stands. */
export interface TargetPeople {
  readonly op_id: Id
  readonly performance_id: Id
  readonly ticket_id: Id | null
  readonly people: number
  readonly voided: boolean
}

export function movementFact([op_id, at, people, device_label]: MovementTuple): MovementFact {
  return { op_id, at, people, device_label }
}
