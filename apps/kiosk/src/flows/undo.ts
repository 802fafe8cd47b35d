import type { Id } from '@counterfoil/domain'
import type { Outcome } from '../kiosk'
import { commit } from './commit'
import { decided } from './stamp'
import type { Tablet } from './tablet'

/** Takes back an operation by one that compensates it, under the same sign-on. */
export async function undo(tablet: Tablet, opId: Id): Promise<Outcome> {
  const target = await tablet.db.outbox.get(opId)
  const committed = await commit(tablet, {
    body: { kind: 'op.void', data: { op_id: opId, reason: 'undo' } },
    sign_on: target?.local.sign_on ?? null,
    subject: target?.subject ?? null,
  })
  if (committed.kind === 'not_saved') return committed
  return decided(tablet, committed.row, committed.verdict, target?.local.card_id ?? null)
}
