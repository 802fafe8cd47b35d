import type { EpochMs, Id, PunchAction, PunchFact } from '@counterfoil/domain'

export interface ClockFacts {
  readonly clock_people?: readonly PersonPunches[] | null
  readonly target_punches?: readonly TargetPunch[] | null
}

/** A punch as read: op, action, time, number on its tablet. */
type PunchTuple = readonly [op_id: Id, action: PunchAction, at: EpochMs, seq: number | null]

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

export function punchFact([op_id, action, at, seq]: PunchTuple): PunchFact {
  return { op_id, action, at, seq }
}
