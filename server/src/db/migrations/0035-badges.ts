import { type Kysely, sql } from 'kysely'

/** Whether a person was known by a badge when they signed on. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw('alter table sign_on add column badge boolean not null default false').execute(db)
}
