import { type Kysely, sql } from 'kysely'

/** Entrance tablets hear of everybody who ever told the clock anything: a place in the feed each. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const PEOPLE = 'select distinct merchant_id, staff_id from punch'

const STATEMENTS = [
  `insert into feed (merchant_id, entity, id, pos, data)
     select p.merchant_id, 'clock', p.staff_id,
            h.feed_pos + row_number() over (partition by p.merchant_id order by p.staff_id), null
       from (${PEOPLE}) as p join merchant_head h on h.merchant_id = p.merchant_id`,
  `update merchant_head set feed_pos = feed_pos
     + (select count(*) from (${PEOPLE}) as p where p.merchant_id = merchant_head.merchant_id)`,
] as const
