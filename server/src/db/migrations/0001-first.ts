import { type Kysely, sql } from 'kysely'

/**
 * Two sorts of tables. Platform tables (accounts, sessions, limits) belong to no merchant. All
 * others start every key with `merchant_id`, so that they can be spread over servers by merchant.
 * Times are `timestamptz(3)`: the wire counts in milliseconds, and nothing may be rounded twice.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // ── platform ────────────────────────────────────────────────────────────────
  `create table account (
    account_id uuid primary key,
    email text not null unique,
    name text not null,
    language text not null default 'en',
    password_hash text not null,
    platform_admin boolean not null default false,
    active boolean not null default true,
    created_at timestamptz(3) not null
  )`,
  `create table session (
    token_hash text primary key,
    account_id uuid not null references account,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    last_seen_at timestamptz(3) not null,
    ip text,
    user_agent text
  )`,
  `create index session_by_account on session (account_id)`,
  `create table sign_in_attempt (
    key text not null,
    at timestamptz(3) not null
  )`,
  `create index sign_in_attempt_by_key on sign_in_attempt (key, at)`,
  `create table platform_audit (
    id uuid primary key,
    at timestamptz(3) not null,
    account_id uuid,
    action text not null,
    detail jsonb not null,
    ip text
  )`,
  `create table pairing_code (
    code_hash text primary key,
    merchant_id uuid not null,
    device_id uuid not null,
    sealed bytea not null,
    expires_at timestamptz(3) not null
  )`,

  // ── merchant ────────────────────────────────────────────────────────────────
  `create table merchant (
    merchant_id uuid primary key,
    name text not null,
    currency text not null,
    settings jsonb not null,
    created_at timestamptz(3) not null
  )`,
  // The merchant's lane: whoever writes operations or the feed holds this row.
  `create table merchant_head (
    merchant_id uuid primary key references merchant,
    ledger_n bigint not null default 0,
    ledger_hash text not null,
    feed_pos bigint not null default 0,
    feed_epoch integer not null default 1
  )`,
  `create table membership (
    merchant_id uuid not null references merchant,
    account_id uuid not null references account,
    role text not null check (role in ('viewer', 'manager', 'owner')),
    primary key (merchant_id, account_id)
  )`,
  `create index membership_by_account on membership (account_id)`,
  `create table sealing_key (
    merchant_id uuid not null references merchant,
    kid text not null,
    public_jwk jsonb not null,
    private_sealed bytea not null,
    created_at timestamptz(3) not null,
    primary key (merchant_id, kid)
  )`,
  `create table store (
    merchant_id uuid not null references merchant,
    id uuid not null,
    code text not null,
    name text not null,
    time_zone text not null,
    address text,
    active boolean not null default true,
    created_at timestamptz(3) not null,
    primary key (merchant_id, id),
    unique (merchant_id, code)
  )`,
  `create table audit (
    merchant_id uuid not null references merchant,
    id uuid not null,
    at timestamptz(3) not null,
    account_id uuid,
    action text not null,
    subject_id uuid,
    detail jsonb not null,
    ip text,
    primary key (merchant_id, id)
  )`,
  `create table idempotency (
    merchant_id uuid not null references merchant,
    account_id uuid not null,
    key text not null,
    request_hash text not null,
    status smallint,
    answer_sealed bytea,
    created_at timestamptz(3) not null,
    primary key (merchant_id, account_id, key)
  )`,

  // ── tablets ─────────────────────────────────────────────────────────────────
  `create table device (
    merchant_id uuid not null,
    id uuid not null,
    store_id uuid not null,
    label text not null,
    jobs text[] not null,
    jti uuid not null,
    token_issued_at timestamptz(3) not null,
    token_expires_at timestamptz(3) not null,
    pairing_expires_at timestamptz(3) not null,
    jkt text,
    incarnation integer not null default 1,
    claimed_at timestamptz(3),
    refused_claim_at timestamptz(3),
    revoked_at timestamptz(3),
    revoke_reason text,
    platform text,
    app_version text,
    last_seen_at timestamptz(3),
    last_ip text,
    queue_pending integer,
    queue_oldest_at timestamptz(3),
    queue_parked integer,
    drained_at timestamptz(3),
    storage_persisted boolean,
    storage_used_bytes bigint,
    storage_quota_bytes bigint,
    clock_offset_ms bigint,
    created_at timestamptz(3) not null,
    primary key (merchant_id, id),
    foreign key (merchant_id, store_id) references store (merchant_id, id)
  )`,
  `create table device_stream (
    merchant_id uuid not null,
    device_id uuid not null,
    incarnation integer not null,
    last_seq bigint not null default 0,
    highest bigint not null default 0,
    missing jsonb not null default '[]',
    primary key (merchant_id, device_id, incarnation),
    foreign key (merchant_id, device_id) references device (merchant_id, id)
  )`,

  // ── people ──────────────────────────────────────────────────────────────────
  `create table staff (
    merchant_id uuid not null references merchant,
    id uuid not null,
    name text not null,
    personnel_number text not null,
    active boolean not null default true,
    badge_hash text,
    pin_change_due boolean not null default false,
    created_at timestamptz(3) not null,
    primary key (merchant_id, id),
    unique (merchant_id, personnel_number),
    unique (merchant_id, badge_hash)
  )`,
  // Every PIN a person has had; the one without replaced_at is the present one.
  `create table staff_pin (
    merchant_id uuid not null,
    staff_id uuid not null,
    version integer not null,
    set_at timestamptz(3) not null,
    replaced_at timestamptz(3),
    length smallint not null,
    hash_sealed bytea not null,
    salt text not null,
    bits smallint not null,
    digest text not null,
    primary key (merchant_id, staff_id, version),
    foreign key (merchant_id, staff_id) references staff (merchant_id, id)
  )`,
  `create table pin_counter (
    merchant_id uuid not null,
    staff_id uuid not null,
    device_id uuid not null,
    wrong integer not null,
    locked_until timestamptz(3),
    primary key (merchant_id, staff_id, device_id),
    foreign key (merchant_id, staff_id) references staff (merchant_id, id)
  )`,
  `create table person_pins (
    merchant_id uuid not null,
    staff_id uuid not null,
    failures jsonb not null,
    locked_until_occurred timestamptz(3),
    locked_until_received timestamptz(3),
    primary key (merchant_id, staff_id),
    foreign key (merchant_id, staff_id) references staff (merchant_id, id)
  )`,

  // ── loyalty ─────────────────────────────────────────────────────────────────
  `create table program (
    merchant_id uuid not null references merchant,
    id uuid not null,
    name text not null,
    kind text not null check (kind in ('stamps', 'points')),
    active boolean not null default true,
    stamps_required integer not null,
    reward text not null,
    cooldown_minutes integer not null,
    daily_limit integer not null,
    pin_required boolean not null,
    created_at timestamptz(3) not null,
    primary key (merchant_id, id)
  )`,
  `create table card (
    merchant_id uuid not null,
    id uuid not null,
    program_id uuid not null,
    number text not null,
    token_hash text not null,
    customer_id uuid,
    status text not null default 'active' check (status in ('active', 'blocked')),
    stamps integer not null default 0,
    last_stamp_at timestamptz(3),
    created_at timestamptz(3) not null,
    primary key (merchant_id, id),
    unique (merchant_id, token_hash),
    unique (merchant_id, number),
    foreign key (merchant_id, program_id) references program (merchant_id, id)
  )`,
  // What counts and what was taken back; rebuilt from the ledger at any time.
  `create table card_stamp (
    merchant_id uuid not null,
    card_id uuid not null,
    op_id uuid not null,
    occurred_at timestamptz(3) not null,
    count integer not null,
    voided boolean not null default false,
    primary key (merchant_id, card_id, op_id),
    foreign key (merchant_id, card_id) references card (merchant_id, id)
  )`,
  `create index card_stamp_by_time on card_stamp (merchant_id, card_id, occurred_at) where not voided`,

  // ── operations and their consequences ───────────────────────────────────────
  `create table operation (
    merchant_id uuid not null references merchant,
    id uuid not null,
    content_hash text not null,
    store_id uuid not null,
    device_id uuid,
    incarnation integer,
    user_id uuid,
    seq bigint,
    kind text not null,
    at text,
    offset_ms bigint,
    sign_on uuid,
    shown jsonb,
    data jsonb not null,
    staff_id uuid,
    card_id uuid,
    occurred_at timestamptz(3) not null,
    received_at timestamptz(3) not null,
    status text not null check (status in ('accepted', 'rejected')),
    code text,
    flags text[] not null,
    detail jsonb not null,
    primary key (merchant_id, id)
  )`,
  // A reused number belongs to the op that came first.
  `create unique index operation_by_seq on operation (merchant_id, device_id, incarnation, seq)
     where device_id is not null and code is distinct from 'SEQ_REUSED'`,
  `create index operation_by_received on operation (merchant_id, received_at, id)`,
  // Other contents sent under a known id: kept as facts, each with its own final verdict.
  `create table operation_conflict (
    merchant_id uuid not null references merchant,
    op_id uuid not null,
    content_hash text not null,
    device_id uuid,
    incarnation integer,
    seq bigint,
    data jsonb not null,
    occurred_at timestamptz(3) not null,
    received_at timestamptz(3) not null,
    primary key (merchant_id, op_id, content_hash)
  )`,
  `create table sign_on (
    merchant_id uuid not null,
    op_id uuid not null,
    device_id uuid not null,
    staff_id uuid not null,
    occurred_at timestamptz(3) not null,
    accepted boolean not null,
    ended_at timestamptz(3),
    primary key (merchant_id, op_id)
  )`,
  `create table ledger_entry (
    merchant_id uuid not null references merchant,
    n bigint not null,
    id uuid not null,
    body jsonb not null,
    prev_hash text not null,
    hash text not null,
    op_id uuid,
    review_id uuid,
    kind text not null,
    status text not null,
    occurred_at timestamptz(3) not null,
    recorded_at timestamptz(3) not null,
    store_id uuid,
    device_id uuid,
    staff_id uuid,
    card_id uuid,
    performance_id uuid,
    primary key (merchant_id, n)
  )`,
  `create index ledger_entry_by_op on ledger_entry (merchant_id, op_id)`,
  `create index ledger_entry_by_card on ledger_entry (merchant_id, card_id, n) where card_id is not null`,
  `create index ledger_entry_by_staff on ledger_entry (merchant_id, staff_id, n) where staff_id is not null`,
  `create index ledger_entry_by_device on ledger_entry (merchant_id, device_id, n)`,
  `create index ledger_entry_by_time on ledger_entry (merchant_id, occurred_at, n)`,
  `create function refuse_change() returns trigger language plpgsql as
     $$ begin raise exception 'the ledger is append-only'; end $$`,
  `create trigger ledger_entry_append_only before update or delete on ledger_entry
     for each row execute function refuse_change()`,
  `create trigger ledger_entry_no_truncate before truncate on ledger_entry
     for each statement execute function refuse_change()`,
  `create table review (
    merchant_id uuid not null references merchant,
    id uuid not null,
    op_id uuid not null,
    reason text not null,
    status text not null default 'open' check (status in ('open', 'resolved')),
    opened_at timestamptz(3) not null,
    resolved_at timestamptz(3),
    resolved_by uuid,
    action text,
    note text,
    primary key (merchant_id, id),
    unique (merchant_id, op_id, reason)
  )`,
  `create index review_open on review (merchant_id, opened_at) where status = 'open'`,

  // ── what tablets pull ───────────────────────────────────────────────────────
  // One row per thing, at the position of its latest change. Positions are handed out under the
  // merchant's lane, so a reader that has seen position p has seen every change below it.
  `create table feed (
    merchant_id uuid not null references merchant,
    entity text not null,
    id uuid not null,
    pos bigint not null,
    device_id uuid,
    data jsonb,
    primary key (merchant_id, entity, id)
  )`,
  `create unique index feed_by_pos on feed (merchant_id, pos)`,
] as const
