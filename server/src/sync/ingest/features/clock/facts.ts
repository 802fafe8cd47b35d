import type { ClosedPeriod, EpochMs, Id, PunchAction, PunchFact } from '@counterfoil/domain'

export interface ClockFacts {
  readonly clock_people?: readonly PersonPunches[] | null
  readonly closed_periods?: readonly ClosedPeriod[] | null
  readonly target_punches?: readonly TargetPunch[] | null
}

/** A punch as read: op, action, time, number on its tablet, whether an amendment added it. */
type PunchTuple = readonly [
  op_id: Id,
  action: PunchAction,
  at: EpochMs,
  seq: number | null,
  manual: boolean,
]

export interface PersonPunches {
  readonly staff_id: Id
  /** That count, around the operations of the batch. */
  readonly punches: readonly PunchTuple[] | null
}

/** A punch that the batch wants undone, as it stands. */
export interface TargetPunch {
  readonly op_id: Id
  readonly staff_id: Id
  readonly voided: boolean
}

export function punchFact([op_id, action, at, seq, manual]: PunchTuple): PunchFact {
  return { op_id, action, at, seq, ...(manual ? { manual } : {}) }
}
