import { type Kysely, sql } from 'kysely'

/** Mails that wait, were sent, or cannot be delivered. */
export async function up(db: Kysely<never>): Promise<void> {
  // The content is sealed, for it holds links that open things, and is gone once it was sent.
  await sql`create table mail (
    merchant_id uuid not null references merchant,
    id uuid not null,
    kind text not null,
    to_address text not null,
    subject text not null,
    content_sealed bytea,
    status text not null check (status in ('waiting', 'sent', 'dead')),
    attempts integer not null default 0,
    next_at timestamptz(3) not null,
    lease_id uuid,
    leased_until timestamptz(3),
    last_error text,
    created_at timestamptz(3) not null,
    sent_at timestamptz(3),
    primary key (merchant_id, id)
  )`.execute(db)
  await sql`create index mail_waiting on mail (next_at) where status = 'waiting'`.execute(db)
}
