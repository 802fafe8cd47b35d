import { type Kysely, sql } from 'kysely'

/** When a tablet was reported stolen; `null` for one that was revoked for another reason. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table device add column stolen_at timestamptz(3)`.execute(db)
}
