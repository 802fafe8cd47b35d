import { type Kysely, sql } from 'kysely'

/** What all guests of a performance are to be told, until each has their mail in the outbox. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table announcement (
    merchant_id uuid not null references merchant,
    id uuid not null,
    performance_id uuid not null,
    kind text not null check (kind in ('called_off', 'takes_place')),
    told_up_to uuid,
    at timestamptz(3) not null,
    primary key (merchant_id, id)
  )`.execute(db)
}
