import { DOUBLE_TAP, type EpochMs, type Id, plus, punchAction } from '@counterfoil/domain'
import type { Batch, BatchOp } from '../../batch'
import { storable } from '../../clock'

/** A sign-on under which people punched, and the time around that. */
export interface PunchQuestion {
  /** `null` on a phone, where the session says whose it is. */
  readonly sign_on: Id | null
  /** Whose it is, when the batch itself says so. */
  readonly staff_id: Id | null
  readonly from: string
  readonly until: string
}

/**
 * An op may be moved up to the time of one before it, never back: the windows begin at what its own
 * clock says and end at the latest of all before it. What the database knows of earlier ops is
 * added there.
 */
export function punchQuestions({ sender, ops, received_at }: Batch): PunchQuestion[] {
  const people = signedOnIn(ops)
  let latest: EpochMs | undefined
  const questions: PunchQuestion[] = []
  for (const { op, reckoned = received_at } of ops) {
    latest = latest === undefined || reckoned > latest ? reckoned : latest
    if (op === undefined || punchAction(op.kind) === undefined) continue
    const { sign_on = null } = op
    const person = sender.type === 'phone' ? sender.staff_id : people.get(sign_on ?? '')
    if (sign_on === null && person === undefined) continue
    questions.push({
      sign_on,
      staff_id: person ?? null,
      from: storable(plus(reckoned, -1 * DOUBLE_TAP)),
      until: storable(plus(latest, DOUBLE_TAP)),
    })
  }
  return questions
}

function signedOnIn(ops: readonly BatchOp[]): Map<Id, Id> {
  return new Map(
    ops.flatMap(({ id, op }) =>
      op?.kind === 'staff.sign_on' ? [[id, op.data.staff_id] as const] : [],
    ),
  )
}
