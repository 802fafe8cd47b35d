import { type Kysely, sql } from 'kysely'

/** The clock: what people told it, and which of that counts. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table punch (
    merchant_id uuid not null,
    op_id uuid not null,
    staff_id uuid not null,
    store_id uuid not null,
    action text not null check (action in ('in', 'out', 'break_start', 'break_end')),
    occurred_at timestamptz(3) not null,
    seq bigint,
    voided boolean not null default false,
    unverified boolean not null default false,
    primary key (merchant_id, op_id),
    foreign key (merchant_id, staff_id) references staff (merchant_id, id),
    foreign key (merchant_id, store_id) references store (merchant_id, id)
  )`.execute(db)
  await sql`create index punch_by_time on punch (merchant_id, staff_id, occurred_at)
    where not voided`.execute(db)
}
