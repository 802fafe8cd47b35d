import { type Kysely, sql } from 'kysely'

/**
 * Places of a performance that one door may fill, read and written with its row; and how far each
 * tablet has certainly pulled, so that it is known what it knows.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table performance
     add column lease_mode text not null default 'off'
       check (lease_mode in ('off', 'manual', 'automatic')),
     add column leases jsonb not null default '{}'`,
  `create index performance_with_leases on performance (merchant_id) where leases <> '{}'`,
  `alter table device add column pulled_pos bigint not null default 0`,
] as const
