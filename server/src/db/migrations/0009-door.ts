import { type Kysely, sql } from 'kysely'

/** Performances, signed tickets, and who went in and out. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // Ed25519 pairs that sign tickets: the newest that stands signs, all that stand are believed.
  `create table issuer_key (
    merchant_id uuid not null references merchant,
    id uuid not null,
    public_key text not null,
    private_sealed bytea not null,
    withdrawn_at timestamptz(3),
    created_at timestamptz(3) not null,
    primary key (merchant_id, id)
  )`,
  `create table performance (
    merchant_id uuid not null references merchant,
    id uuid not null,
    title text not null,
    starts_at timestamptz(3) not null,
    opens_at timestamptz(3),
    capacity integer not null,
    reentry boolean not null,
    pin_required boolean not null,
    active boolean not null default true,
    inside integer not null default 0,
    created_at timestamptz(3) not null,
    primary key (merchant_id, id)
  )`,
  `create table ticket (
    merchant_id uuid not null,
    id uuid not null,
    performance_id uuid not null,
    name text not null,
    party_size integer not null,
    token_hash text not null,
    issuer_key_id uuid not null,
    status text not null check (status in ('confirmed', 'unconfirmed', 'revoked')),
    admitted integer not null default 0,
    inside integer not null default 0,
    first_admitted_at timestamptz(3),
    created_at timestamptz(3) not null,
    primary key (merchant_id, id),
    unique (merchant_id, token_hash),
    foreign key (merchant_id, performance_id) references performance (merchant_id, id),
    foreign key (merchant_id, issuer_key_id) references issuer_key (merchant_id, id)
  ) with (fillfactor = 80)`,
  `create index ticket_by_performance on ticket (merchant_id, performance_id, id)`,
  // What counts and what was taken back; rebuilt from the ledger at any time. Written behind the
  // lane from facts read there, so what it names is not checked again.
  `create table movement (
    merchant_id uuid not null,
    performance_id uuid not null,
    op_id uuid not null,
    ticket_id uuid,
    device_id uuid,
    occurred_at timestamptz(3) not null,
    people integer not null,
    voided boolean not null default false,
    primary key (merchant_id, performance_id, op_id)
  )`,
  `create index movement_by_time on movement (merchant_id, performance_id, occurred_at)
     where not voided`,
  `create index movement_by_ticket on movement (merchant_id, ticket_id)
     where ticket_id is not null and not voided`,
  `alter table operation add column performance_id uuid, add column ticket_id uuid`,
  `create index ledger_entry_by_performance on ledger_entry (merchant_id, performance_id, n)
     where performance_id is not null`,
] as const
