import type { Id, LedgerDifference } from '@counterfoil/domain'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../../db/schema'

interface Row {
  readonly n: number | null
  readonly row: Id
  readonly field: string
  readonly expected: string | null
  readonly found: string | null
}

/** Rebuilds who went in and out from the ledger and compares all that is kept of it. */
export async function checkDoors(
  db: Kysely<Database>,
  merchantId: Id,
): Promise<LedgerDifference | undefined> {
  const mine = sql`merchant_id = ${merchantId}`
  for (const [table, query] of [
    ['movement', movements(mine)],
    ['performance', performances(mine)],
    ['ticket', tickets(mine)],
    ['feed', told(mine)],
  ] as const) {
    const [found] = (await query.execute(db)).rows
    if (found !== undefined) return { fault: 'value_differs', table, ...found }
  }
  return undefined
}

type Mine = RawBuilder<unknown>
type Query = RawBuilder<Row>

/** By the operation that moved them, each entry adds or takes back; what is left must be there. */
const movements = (mine: Mine): Query => sql`
  with entry as (
    select performance_id, coalesce((body->>'target_op_id')::uuid, op_id) as op_id,
           (body->>'ticket_id')::uuid as ticket_id, (body->>'people')::integer as people,
           occurred_at, kind, n
      from ledger_entry
     where ${mine} and performance_id is not null and status = 'accepted'
       and body->>'people' <> '0'),
  rebuilt as (
    select performance_id, op_id, sum(people) as people, max(n) as n,
           max(occurred_at) filter (where kind <> 'op.void') as at
      from entry group by performance_id, op_id),
  stored as (
    select performance_id, op_id, occurred_at as at,
           case when voided then 0 else people end as people
      from movement where ${mine}),
  both_sides as (
    select n, op_id as row, r.people as expected, s.people as found, r.at as expected_at,
           s.at as found_at
      from rebuilt r full join stored s using (performance_id, op_id))
  select n, row, 'people' as field, expected::text, found::text from both_sides
   where expected is distinct from found
  union all
  select n, row, 'occurred_at', expected_at::text, found_at::text from both_sides
   where expected_at is distinct from found_at
   order by n nulls last limit 1`

const performances = (mine: Mine): Query => sql`
  select null::integer as n, id as row, 'inside' as field, expected::text, inside::text as found
    from performance p, lateral (
      select coalesce(sum(people), 0) as expected from movement m
       where m.merchant_id = p.merchant_id and m.performance_id = p.id and not m.voided) as counted
   where ${mine} and inside <> expected order by id limit 1`

const tickets = (mine: Mine): Query => sql`
  select null::integer as n, id as row, 'admitted, inside, first' as field,
         concat_ws(', ', c.admitted, c.inside, c.first) as expected,
         concat_ws(', ', t.admitted, t.inside, t.first_admitted_at) as found
    from ticket t, lateral (
      select coalesce(sum(people) filter (where people > 0), 0) as admitted,
             coalesce(sum(people), 0) as inside,
             min(occurred_at) filter (where people > 0) as first
        from movement m
       where m.merchant_id = t.merchant_id and m.ticket_id = t.id and not m.voided) as c
   where ${mine} and (t.admitted, t.inside, t.first_admitted_at) is distinct from
         (c.admitted, c.inside, c.first)
   order by id limit 1`

const told = (mine: Mine): Query => sql`
  with kept as (
    select 'performance' as entity, id, inside from performance where ${mine}
    union all select 'ticket', id, inside from ticket where ${mine})
  select null::integer as n, feed.id as row, 'inside' as field, kept.inside::text as expected,
         feed.data->>'inside' as found
    from feed join kept using (entity, id)
   where ${mine} and (feed.data->>'inside')::integer is distinct from kept.inside
   order by feed.id limit 1`
