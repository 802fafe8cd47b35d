import { type Kysely, sql } from 'kysely'

/** People with cards. Rows are erased for good: nothing but a card names them. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table customer (
    merchant_id uuid not null references merchant,
    id uuid not null,
    name text not null,
    name_key text not null collate "C",
    email text,
    phone text,
    created_at timestamptz(3) not null,
    primary key (merchant_id, id)
  )`.execute(db)
  await sql`create index customer_by_name on customer (merchant_id, name_key, id)`.execute(db)
  await sql`alter table card add foreign key (merchant_id, customer_id)
    references customer (merchant_id, id)`.execute(db)
  await sql`create index card_by_customer on card (merchant_id, customer_id)
    where customer_id is not null`.execute(db)
}
