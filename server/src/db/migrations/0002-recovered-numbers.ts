import { type Kysely, sql } from 'kysely'

/**
 * A number of a stream may be held twice: by what its own pairing handed in, and by what another
 * tablet handed in for it while that pairing lived. The second never stands in the way of the first.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`drop index operation_by_seq`.execute(db)
  await sql`
    create unique index operation_by_seq on operation
      (merchant_id, device_id, incarnation, seq, (flags @> '{RECOVERED}'))
      where device_id is not null and code is distinct from 'SEQ_REUSED'`.execute(db)
}
