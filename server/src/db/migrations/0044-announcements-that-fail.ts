import { type Kysely, sql } from 'kysely'

/** An announcement that cannot be written waits for its next try, instead of holding up the others. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table announcement
    add column failures integer not null default 0,
    add column next_at timestamptz(3)`.execute(db)
}
