import { type Kysely, sql } from 'kysely'

/** Shows, venues, reservations with their links, and where guests find a merchant's programme. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table show (
    merchant_id uuid not null references merchant,
    id uuid not null,
    title text not null,
    description text not null,
    active boolean not null default true,
    created_at timestamptz(3) not null,
    primary key (merchant_id, id)
  )`,
  `create table venue (
    merchant_id uuid not null references merchant,
    id uuid not null,
    name text not null,
    address text not null,
    time_zone text not null,
    capacity integer not null,
    active boolean not null default true,
    created_at timestamptz(3) not null,
    primary key (merchant_id, id)
  )`,
  `alter table performance
     add column show_id uuid,
     add column venue_id uuid,
     add column time_zone text not null default 'UTC',
     add column booking_opens_at timestamptz(3),
     add column booking_closes_at timestamptz(3),
     add column listed boolean not null default false,
     add column max_party integer not null default 10,
     add foreign key (merchant_id, show_id) references show (merchant_id, id),
     add foreign key (merchant_id, venue_id) references venue (merchant_id, id)`,
  `update performance set time_zone = coalesce((select time_zone from store
     where store.merchant_id = performance.merchant_id order by code limit 1), 'UTC')`,
  `alter table performance alter column time_zone drop default`,
  `create index performance_by_start on performance (merchant_id, starts_at) where listed`,
  `create index performance_by_show on performance (merchant_id, show_id)
     where show_id is not null`,
  `create index performance_by_venue on performance (merchant_id, venue_id)
     where venue_id is not null`,

  `create table reservation (
    merchant_id uuid not null,
    id uuid not null,
    performance_id uuid not null,
    name text not null,
    name_key text not null collate "C",
    email text,
    party_size integer not null,
    status text not null check (status in ('pending', 'confirmed', 'cancelled')),
    language text not null,
    note text not null,
    source text not null check (source in ('guest', 'merchant', 'import')),
    import_key text,
    ticket_id uuid,
    expires_at timestamptz(3),
    confirmed_at timestamptz(3),
    cancelled_at timestamptz(3),
    created_at timestamptz(3) not null,
    primary key (merchant_id, id),
    foreign key (merchant_id, performance_id) references performance (merchant_id, id),
    foreign key (merchant_id, ticket_id) references ticket (merchant_id, id)
  )`,
  `create index reservation_by_name on reservation (merchant_id, performance_id, name_key, id)`,
  `create index reservation_of_all_by_name on reservation (merchant_id, name_key, id)`,
  `create index reservation_by_email on reservation (merchant_id, email, created_at)
     where status = 'pending'`,
  `create unique index reservation_by_ticket on reservation (merchant_id, ticket_id)
     where ticket_id is not null`,
  `create unique index reservation_by_import on reservation (merchant_id, performance_id, import_key)
     where import_key is not null`,
  // Links in mails: what confirms is not what changes, and neither opens a door.
  `create table reservation_link (
    merchant_id uuid not null,
    token_hash text not null,
    reservation_id uuid not null,
    purpose text not null check (purpose in ('confirm', 'manage')),
    expires_at timestamptz(3) not null,
    used_at timestamptz(3),
    primary key (merchant_id, token_hash),
    foreign key (merchant_id, reservation_id) references reservation (merchant_id, id)
  )`,
  `create index reservation_link_by_reservation on reservation_link (merchant_id, reservation_id)`,
  // A link and a ticket's page are opened before the merchant is known: found by the hash alone.
  `create index reservation_link_by_token on reservation_link (token_hash)`,
  `create index ticket_by_token on ticket (token_hash)`,

  `create table booking_page (
    slug text primary key,
    merchant_id uuid not null
  )`,
  `create index booking_page_by_merchant on booking_page (merchant_id)`,
  // Merchants of one name are told apart by the end of their id.
  `insert into booking_page (slug, merchant_id)
     select case when same = 1 and length(slug) > 1 then slug
            else left(trim(both '-' from slug || '-' || right(merchant_id::text, 12)), 60) end,
            merchant_id
       from (select merchant_id, slug, count(*) over (partition by slug) as same
         from (select merchant_id, trim(both '-' from left(trim(both '-' from
             regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g')), 47)) as slug from merchant) named
       ) counted`,
] as const
