import { type Kysely, sql } from 'kysely'

/** Time sheets: corrections, requests, closed periods, and how a merchant reads punches. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // What an amendment adds stands beside the punches, so that whatever reads them meets it.
  `alter table punch
     add column source text not null default 'tablet'
       check (source in ('tablet', 'badge', 'phone', 'manual')),
     add column struck boolean not null default false`,
  // All of these are rebuilt from the ledger at any time.
  `create table amendment (
    merchant_id uuid not null,
    id uuid not null,
    n bigint not null,
    staff_id uuid not null,
    strikes uuid,
    action text check (action in ('in', 'out', 'break_start', 'break_end')),
    at timestamptz(3),
    store_id uuid,
    reason text not null,
    account_id uuid not null,
    made_at timestamptz(3) not null,
    request_id uuid,
    primary key (merchant_id, id),
    foreign key (merchant_id, staff_id) references staff (merchant_id, id),
    foreign key (merchant_id, store_id) references store (merchant_id, id)
  )`,
  `create index amendment_by_person on amendment (merchant_id, staff_id, made_at)`,
  `create table clock_request (
    merchant_id uuid not null,
    id uuid not null,
    staff_id uuid not null,
    store_id uuid not null,
    action text not null check (action in ('in', 'out', 'break_start', 'break_end')),
    at timestamptz(3) not null,
    note text not null,
    made_at timestamptz(3) not null,
    made_by uuid,
    status text not null default 'open' check (status in ('open', 'accepted', 'declined')),
    answered_at timestamptz(3),
    answered_by uuid,
    answer_note text,
    amendment_id uuid,
    primary key (merchant_id, id),
    foreign key (merchant_id, staff_id) references staff (merchant_id, id),
    foreign key (merchant_id, store_id) references store (merchant_id, id)
  )`,
  `create index clock_request_by_person on clock_request (merchant_id, staff_id, id)`,
  `create table clock_period (
    merchant_id uuid not null,
    id uuid not null,
    store_id uuid not null,
    from_day text not null,
    to_day text not null,
    "from" timestamptz(3) not null,
    until timestamptz(3) not null,
    note text not null,
    without jsonb not null,
    closed_at timestamptz(3) not null,
    closed_by uuid not null,
    reopened_at timestamptz(3),
    reopened_by uuid,
    reopen_reason text,
    primary key (merchant_id, id),
    foreign key (merchant_id, store_id) references store (merchant_id, id)
  )`,
  `create index clock_period_closed on clock_period (merchant_id, store_id, until)
     where reopened_at is null`,
  // Punches that a closed period keeps from counting: few, and looked for by people.
  `create index ledger_entry_held on ledger_entry (merchant_id, occurred_at)
     where kind like 'clock.%' and body ? 'period_id'`,
  // What is absent is as by default.
  `alter table merchant add column clock jsonb not null default '{}'`,
] as const
