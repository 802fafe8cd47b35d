import { type EpochMs, type Id, readListedTicket } from '@counterfoil/domain'
import type { Batch, BatchOp } from '../../batch'
import { storable } from '../../clock'

/** A performance, and from when on it matters who went in and out. */
export interface PerformanceQuestion {
  readonly id: Id
  readonly from: string
}

/**
 * An op may be moved up to the time of one before it, never back: what its own clock says is the
 * earliest that it can have occurred.
 */
export function performanceQuestions({ ops, received_at }: Batch): PerformanceQuestion[] {
  const earliest = new Map<Id, EpochMs>()
  for (const { op, reckoned = received_at } of ops) {
    if (op === undefined || !('performance_id' in op.data)) continue
    const { performance_id } = op.data
    const known = earliest.get(performance_id)
    if (known === undefined || reckoned < known) earliest.set(performance_id, reckoned)
  }
  return [...earliest].map(([id, from]) => ({ id, from: storable(from) }))
}

/** Tickets that the tokens of a batch claim to be, and those chosen by name. */
export function ticketQuestions({ ops }: Batch): Id[] {
  return [...new Set(ops.flatMap((op) => op.ticket?.claim.ticket_id ?? chosenIn(op) ?? []))]
}

function chosenIn({ op }: BatchOp): Id | undefined {
  if (op === undefined || !('ticket_token' in op.data)) return undefined
  return readListedTicket(op.data.ticket_token)
}
