import type { Id, LedgerDifference } from '@counterfoil/domain'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../db/schema'
import { ID_REUSED } from './check-entry'
import { type Odd, oddDifference } from './odd-row'

const MS = sql`(extract(epoch from occurred_at) * 1000)::bigint::text`

/**
 * Rebuilds every punch from the ledger and compares. The entry that brought it about says who and
 * when: the punch's own, or that of the review that accepted it after all. It counts until an undo
 * or a review takes it back. One that a closed period held back is there once a review accepts it.
 */
export async function checkPunches(
  db: Kysely<Database>,
  merchantId: Id,
): Promise<LedgerDifference | undefined> {
  const mine = sql`merchant_id = ${merchantId}`
  const { rows } = await sql<Odd>`
    with said as (
      select op_id, substr(kind, 7) as action, coalesce(body->>'source', 'tablet') as source
        from ledger_entry
       where ${mine} and kind like 'clock.%' and op_id is not null
         and body->>'code' is distinct from ${ID_REUSED}
    ), counted as (
      select n, kind, coalesce((body->>'target_op_id')::uuid, op_id) as op_id,
             staff_id::text as staff_id, ${MS} as at, (body->'flags') ? 'UNVERIFIED' as unverified
        from ledger_entry where ${mine} and status = 'accepted'
         and ((kind like 'clock.%' and not body ? 'period_id') or kind in ('op.void', 'review.accept', 'review.void'))
    ), undone as (
      select op_id, max(n) as taken_back from counted
       where kind in ('op.void', 'review.void') group by op_id
    ), rebuilt as (
      select distinct on (op_id) op_id, n, staff_id, action, source, at, unverified,
             coalesce(taken_back > n, false) as voided
        from counted join said using (op_id) left join undone using (op_id)
       where kind not in ('op.void', 'review.void') order by op_id, n
    ), kept as (
      select op_id, staff_id::text as staff_id, action, source, ${MS} as at, unverified, voided
        from punch where ${mine} and source <> 'manual'
    )
    select r.n, coalesce(r.op_id, k.op_id) as row, odd.field, odd.expected, odd.found
      from rebuilt r full join kept k on k.op_id = r.op_id,
      lateral (values
        (1, 'row', r.op_id::text, k.op_id::text), (2, 'staff_id', r.staff_id, k.staff_id),
        (3, 'action', r.action, k.action), (4, 'occurred_at', r.at, k.at),
        (5, 'unverified', r.unverified::text, k.unverified::text),
        (6, 'voided', r.voided::text, k.voided::text), (7, 'source', r.source, k.source)) as odd (place, field, expected, found)
     where odd.expected is distinct from odd.found
     order by coalesce(r.n, 0), 2, odd.place limit 1`.execute(db)
  return oddDifference('punch', rows)
}
