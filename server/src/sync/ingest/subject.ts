import type { Id, Judgement, World } from '@counterfoil/domain'
import type { Batch, BatchOp } from './batch'

/** Whom and what an operation is about, as the ledger names it. */
export interface Subject {
  readonly staff_id: Id | null
  readonly card_id: Id | null
  readonly program_id: Id | null
  /** Moved on the card by this verdict. */
  readonly stamps: number
  readonly target_op_id: Id | null
  readonly note: string | null
}

/** @param programs by card */
export function subjectOf(
  { world, programs, batch }: { world: World; programs: ReadonlyMap<Id, Id>; batch: Batch },
  op: BatchOp,
  judgement: Judgement | undefined,
): Subject {
  const card_id = cardOf(world, op)
  const undo = op.op?.kind === 'op.void' ? op.op.data : undefined
  return {
    staff_id: staffOf(world, batch, op),
    card_id,
    program_id: card_id === null ? null : (programs.get(card_id) ?? null),
    stamps: judgement === undefined ? 0 : stampsMoved(judgement),
    target_op_id: undo?.op_id ?? null,
    note: undo === undefined || undo.reason === '' ? null : undo.reason,
  }
}

/** The person who signs on, or under whose sign-on of this tablet it was done. */
function staffOf(world: World, { stream }: Batch, { op }: BatchOp): Id | null {
  if (op?.kind === 'staff.sign_on') {
    return world.staff.has(op.data.staff_id) ? op.data.staff_id : null
  }
  const signOn = op?.sign_on === undefined ? undefined : world.sign_ons.get(op.sign_on)
  return signOn !== undefined && signOn.device_id === stream?.device_id ? signOn.staff_id : null
}

function cardOf(world: World, { op, token_hash }: BatchOp): Id | null {
  if (op?.kind === 'op.void') return world.targets.get(op.data.op_id)?.card_id ?? null
  return token_hash === undefined ? null : (world.cards.get(token_hash)?.id ?? null)
}

function stampsMoved({ effects }: Judgement): number {
  return effects.reduce((sum, effect) => {
    if (effect.type === 'stamp') return sum + effect.stamp.count
    return effect.type === 'stamp_voided' ? sum - effect.count : sum
  }, 0)
}
