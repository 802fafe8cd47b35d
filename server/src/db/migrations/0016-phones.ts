import { type Kysely, sql } from 'kysely'

/** Punches on people's own phones: posters, sessions, and wrong tries at a poster. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // The present poster of a store; issuing another replaces the row, and the old one opens nothing.
  `create table poster (
    merchant_id uuid not null,
    store_id uuid not null,
    id uuid not null,
    token_hash text not null,
    issued_at timestamptz(3) not null,
    issued_by uuid,
    primary key (merchant_id, store_id),
    unique (merchant_id, token_hash),
    foreign key (merchant_id, store_id) references store (merchant_id, id)
  )`,
  // A session names the poster that it began at: it opens nothing once that is not the present one.
  `create table phone_session (
    merchant_id uuid not null,
    id uuid not null,
    token_hash text not null,
    poster_id uuid not null,
    store_id uuid not null,
    staff_id uuid not null,
    begun_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    used_at timestamptz(3),
    primary key (merchant_id, id),
    unique (merchant_id, token_hash),
    foreign key (merchant_id, store_id) references store (merchant_id, id),
    foreign key (merchant_id, staff_id) references staff (merchant_id, id)
  )`,
  // By what was typed, whether or not anybody has that number; a new poster does not clear it.
  `create table phone_attempt (
    merchant_id uuid not null,
    store_id uuid not null,
    number_hash text not null,
    wrong integer not null,
    locked_until timestamptz(3),
    tried_at timestamptz(3) not null,
    primary key (merchant_id, store_id, number_hash),
    foreign key (merchant_id, store_id) references store (merchant_id, id)
  )`,
] as const
