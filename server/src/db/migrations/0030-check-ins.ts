import { type Kysely, sql } from 'kysely'

/** Which operation stands behind each key of a caller who checks people in online. Kept for ever. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `create table check_in (
        merchant_id uuid not null references merchant,
        caller_id uuid not null,
        key text not null,
        request_hash text not null,
        op_id uuid not null,
        at timestamptz(3) not null,
        primary key (merchant_id, caller_id, key)
      )`,
    )
    .execute(db)
}
