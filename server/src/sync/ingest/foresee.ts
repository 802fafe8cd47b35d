import type { EpochMs } from '@counterfoil/domain'
import type { PushEnvelope, WireVerdict } from '@counterfoil/protocol'
import { sideBySide } from '../../db/side-by-side'
import type { Deps } from '../../deps'
import { createTicketVerifier } from '../../door/ticket-verifier'
import type { Sender } from './batch'
import { checkTickets } from './features/door/check-tickets'
import type { DoorFacts } from './features/door/facts'
import { fold, widened } from './fold'
import { readBatch } from './read-batch'
import { askFacts, readFacts } from './read-facts'
import { wireVerdict } from './wire-verdict'

export interface Foreseen {
  readonly verdict: WireVerdict
  /** What it was judged by, before it. */
  readonly facts: DoorFacts
}

export type Foresee = (
  deps: Pick<Deps, 'db' | 'newId'>,
  sender: Sender,
  envelope: PushEnvelope,
  now: EpochMs,
) => Promise<Foreseen>

/**
 * What ingest would say of one operation at this moment: the same reading, facts and rules, without
 * the lane, and nothing is written. What happens meanwhile may change the answer.
 */
export function createForesee(): Foresee {
  const verifyTickets = createTicketVerifier()
  return async ({ db, newId }, sender, envelope, now) => {
    const batch = readBatch(sender, envelope, now)
    const tickets = await checkTickets(db, verifyTickets, batch)
    const facts = await db
      .transaction()
      .execute((trx) => sideBySide(trx, (send) => readFacts(send, askFacts(trx, batch))))
    const knowledge = { batch, facts, checks: { pins: new Map(), tickets } }
    const folded = fold(knowledge, widened(undefined, knowledge), newId)
    const first = 'ask' in folded ? undefined : folded.verdicts.get(0)
    if (first === undefined) throw new Error('an operation without a PIN has its verdict')
    return { verdict: wireVerdict(first.op, first.known), facts }
  }
}
