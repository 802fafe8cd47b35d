import type { Id, LedgerDifference } from '@counterfoil/domain'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../../db/schema'
import { ID_REUSED } from './check-entry'

type Difference = LedgerDifference | undefined

/**
 * Causes and entries fit one to one: every operation has one entry, every reuse of an id has one,
 * every decided review has the entry of its decision and no open one has any.
 */
export async function checkCauses(db: Kysely<Database>, merchantId: Id): Promise<Difference> {
  const mine = sql`merchant_id = ${merchantId}`
  return (
    (await firstUnfounded(db, 'operation', unenteredOperations(mine))) ??
    (await firstTwice(db, mine)) ??
    (await firstUnfounded(db, 'operation_conflict', unenteredConflicts(mine))) ??
    (await firstOddReview(db, mine))
  )
}

type Query = RawBuilder<{ readonly row: string }>
type Mine = RawBuilder<unknown>

const unenteredOperations = (mine: Mine): Query => sql`
  select id as row from operation o where ${mine} and not exists (
    select from ledger_entry e where e.merchant_id = o.merchant_id and e.op_id = o.id
      and e.body->>'code' is distinct from ${ID_REUSED})
  order by received_at, id limit 1`

/** A reuse may come again with yet other content: counted, for its entries say no more than whose. */
const unenteredConflicts = (mine: Mine): Query => sql`
  select op_id as row from operation_conflict c where ${mine} group by merchant_id, op_id
  having count(*) <> (
    select count(*) from ledger_entry e where e.merchant_id = c.merchant_id and e.op_id = c.op_id
      and e.body->>'code' = ${ID_REUSED})
  order by 1 limit 1`

async function firstUnfounded(
  db: Kysely<Database>,
  table: string,
  query: Query,
): Promise<Difference> {
  const [found] = (await query.execute(db)).rows
  if (found === undefined) return undefined
  const nothing = { n: null, field: null, expected: null, found: null }
  return { fault: 'row_unfounded', table, row: found.row, ...nothing }
}

async function firstTwice(db: Kysely<Database>, mine: Mine): Promise<Difference> {
  const { rows } = await sql<{ row: string; n: number; entries: string }>`
    select op_id as row, max(n) as n, count(*)::text as entries from ledger_entry
     where ${mine} and op_id is not null and body->>'code' is distinct from ${ID_REUSED}
     group by op_id having count(*) > 1 order by 2 limit 1`.execute(db)
  const [found] = rows
  if (found === undefined) return undefined
  const { row, n, entries } = found
  const field = 'number of entries'
  const place = { n, table: 'operation', row, field }
  return { fault: 'value_differs', ...place, expected: '1', found: entries }
}

async function firstOddReview(db: Kysely<Database>, mine: Mine): Promise<Difference> {
  const { rows } = await sql<{ row: string; n: number | null; expected: string; found: string }>`
    select coalesce(r.id, e.review_id) as row, e.n, coalesce(r.action, 'open') as found,
           coalesce(substr(e.kind, 8), 'open') as expected
      from (select * from review where ${mine}) r
      full join (select * from ledger_entry where ${mine} and review_id is not null) e
        on e.merchant_id = r.merchant_id and e.review_id = r.id
     where r.id is null or r.action is distinct from substr(e.kind, 8)
        or (r.status = 'open') is distinct from (e.n is null)
     order by e.n nulls last, r.id limit 1`.execute(db)
  const [found] = rows
  if (found === undefined) return undefined
  return { fault: 'value_differs', table: 'review', field: 'action', ...found }
}
