import { type Id, type LedgerDifference, struckIds } from '@counterfoil/domain'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../../db/schema'
import { type Odd, oddDifference } from './odd-row'

type Difference = LedgerDifference | undefined
type Sql = RawBuilder<unknown>

/** A moment as text, in milliseconds. */
const ms = (column: string): Sql =>
  sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint::text`

/** What is rebuilt, under the names that the table has for it; `id` and `n` first. */
interface Rebuilt {
  readonly table: 'amendment' | 'punch' | 'clock_request' | 'clock_period'
  readonly fields: readonly string[]
  /** `id`, `n` and the fields, all but `n` as text, as the ledger gives them. */
  readonly said: Sql
  /** The same without `n`, as they are kept. */
  readonly kept: Sql
}

/**
 * Rebuilds every correction, request and closed period from the ledger, and which punches are
 * struck, and compares.
 */
export async function checkSheets(db: Kysely<Database>, merchantId: Id): Promise<Difference> {
  const mine = sql`merchant_id = ${merchantId}`
  for (const rebuilt of [amendments(mine), manual(mine), requests(mine), periods(mine)]) {
    const found = await firstOdd(db, rebuilt)
    if (found !== undefined) return found
  }
  return checkStruck(db, merchantId)
}

async function firstOdd(db: Kysely<Database>, rebuilt: Rebuilt): Promise<Difference> {
  const { table, fields, said, kept } = rebuilt
  const pairs = fields.map(
    (field, place) =>
      sql`(${sql.lit(place + 2)}, ${field}, ${sql.ref(`r.${field}`)}, ${sql.ref(`k.${field}`)})`,
  )
  const all = [sql`(1, 'row', r.id, k.id)`, ...pairs]
  const { rows } = await sql<Odd>`
    with rebuilt as (${said}), kept as (${kept})
    select r.n, coalesce(r.id, k.id) as row, odd.field, odd.expected, odd.found
      from rebuilt r full join kept k on k.id = r.id,
      lateral (values ${sql.join(all)}) as odd (place, field, expected, found)
     where odd.expected is distinct from odd.found
     order by coalesce(r.n, 0), 2, odd.place limit 1`.execute(db)
  return oddDifference(table, rows)
}

const amendments = (mine: Sql): Rebuilt => ({
  table: 'amendment',
  fields: ['staff_id', 'strikes', 'action', 'at', 'store_id', 'reason', 'author', 'made_at', 'of'],
  said: sql`select id::text, n, staff_id::text, body->>'target_op_id' as strikes,
      body->>'punch' as action, case when body ? 'punch' then ${ms('occurred_at')} end as at,
      case when body ? 'punch' then store_id::text end as store_id,
      coalesce(body->>'note', '') as reason, body->>'user_id' as author,
      ${ms('recorded_at')} as made_at, body->>'request_id' as of
    from ledger_entry where ${mine} and kind = 'sheet.amend'`,
  kept: sql`select id::text, staff_id::text, strikes::text, action, ${ms('at')} as at,
      store_id::text, reason, account_id::text as author, ${ms('made_at')} as made_at,
      request_id::text as of
    from amendment where ${mine}`,
})

/** What amendments add stands beside the punches. */
const manual = (mine: Sql): Rebuilt => ({
  table: 'punch',
  fields: ['staff_id', 'action', 'at', 'store_id', 'voided'],
  said: sql`select id::text, n, staff_id::text, body->>'punch' as action,
      ${ms('occurred_at')} as at, store_id::text, 'false' as voided
    from ledger_entry where ${mine} and kind = 'sheet.amend' and body ? 'punch'`,
  kept: sql`select op_id::text as id, staff_id::text, action, ${ms('occurred_at')} as at,
      store_id::text, voided::text
    from punch where ${mine} and source = 'manual'`,
})

const requests = (mine: Sql): Rebuilt => ({
  table: 'clock_request',
  fields: ['staff_id', 'store_id', 'action', 'at', 'note', 'made_by', 'status', 'answer_note'],
  said: sql`select q.id::text, q.n, q.staff_id::text, q.store_id::text,
      q.body->>'punch' as action, ${ms('q.occurred_at')} as at,
      coalesce(q.body->>'note', '') as note, q.body->>'user_id' as made_by,
      case a.kind when 'request.accept' then 'accepted' when 'request.decline' then 'declined'
        else 'open' end as status,
      case when a.n is not null then coalesce(a.body->>'note', '') end as answer_note
    from (select * from ledger_entry where ${mine} and kind = 'request.make') q
    left join (select * from ledger_entry
        where ${mine} and kind in ('request.accept', 'request.decline')) a
      on a.body->>'request_id' = q.id::text`,
  kept: sql`select id::text, staff_id::text, store_id::text, action, ${ms('at')} as at, note,
      made_by::text, status, answer_note
    from clock_request where ${mine}`,
})

const periods = (mine: Sql): Rebuilt => ({
  table: 'clock_period',
  fields: ['store_id', 'from_day', 'to_day', 'until', 'note', 'closed_at', 'closed_by', 'reopened'],
  said: sql`select c.id::text, c.n, c.store_id::text, c.body->>'from_day' as from_day,
      c.body->>'to_day' as to_day, ${ms('c.occurred_at')} as until,
      coalesce(c.body->>'note', '') as note, ${ms('c.recorded_at')} as closed_at,
      c.body->>'user_id' as closed_by, o.body->>'note' as reopened
    from (select * from ledger_entry where ${mine} and kind = 'period.close') c
    left join (select * from ledger_entry where ${mine} and kind = 'period.reopen') o
      on o.body->>'period_id' = c.id::text`,
  kept: sql`select id::text, store_id::text, from_day, to_day, ${ms('until')} as until, note,
      ${ms('closed_at')} as closed_at, closed_by::text, reopen_reason as reopened
    from clock_period where ${mine}`,
})

/** R-120: a punch says that it is struck exactly when an amendment that stands strikes it. */
async function checkStruck(db: Kysely<Database>, merchantId: Id): Promise<Difference> {
  const amended = await db
    .selectFrom('amendment')
    .select(['id', 'n', 'strikes'])
    .where('merchant_id', '=', merchantId)
    .execute()
  const struck = [
    ...struckIds(amended.map(({ id, n, strikes }) => ({ id, n, strikes, adds: null }))),
  ]
  const { rows } = await sql<Odd>`
    select null as n, op_id as row, 'struck' as field,
           (op_id = any(${struck}::uuid[]))::text as expected, struck::text as found
      from punch where merchant_id = ${merchantId}
       and struck <> (op_id = any(${struck}::uuid[])) order by op_id limit 1`.execute(db)
  return oddDifference('punch', rows)
}
