import { type Kysely, sql } from 'kysely'

/** Points, rewards and what moves on a card beside stamps given. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table program
     add column points_per_unit integer not null default 1,
     add column min_amount_minor bigint not null default 0,
     add column max_points_per_op integer not null default 10000,
     add column currency text`,
  `update program set currency = (select currency from merchant
     where merchant.merchant_id = program.merchant_id)`,
  `alter table program alter column currency set not null`,
  `alter table card add column points bigint not null default 0`,
  `create table reward (
    merchant_id uuid not null,
    id uuid not null,
    program_id uuid not null,
    name text not null,
    cost integer not null check (cost > 0),
    active boolean not null default true,
    created_at timestamptz(3) not null,
    primary key (merchant_id, id),
    foreign key (merchant_id, program_id) references program (merchant_id, id)
  )`,
  `create index reward_by_program on reward (merchant_id, program_id)`,
  // What counts and what was taken back; rebuilt from the ledger at any time.
  `create table card_movement (
    merchant_id uuid not null,
    card_id uuid not null,
    op_id uuid not null,
    occurred_at timestamptz(3) not null,
    points bigint not null,
    stamps integer not null,
    voided boolean not null default false,
    primary key (merchant_id, card_id, op_id)
  )`,
  `create index card_movement_by_time on card_movement (merchant_id, card_id, occurred_at)
     where not voided`,

  // A full card of stamps has always earned something: that becomes a reward under the program's id.
  `insert into reward (merchant_id, id, program_id, name, cost, created_at)
     select merchant_id, id, id, reward, 1, created_at from program where kind = 'stamps'`,
  `insert into feed (merchant_id, entity, id, pos, data)
     select r.merchant_id, 'reward', r.id,
            h.feed_pos + row_number() over (partition by r.merchant_id order by r.id),
            jsonb_build_object('id', r.id, 'program_id', r.program_id, 'name', r.name,
              'active', r.active, 'cost', r.cost)
       from reward r join merchant_head h on h.merchant_id = r.merchant_id`,
  `update merchant_head set feed_pos = feed_pos
     + (select count(*) from reward where reward.merchant_id = merchant_head.merchant_id)`,
  // What tablets pull from here on has the new fields; tablets that have these rows add them.
  `update feed set data = data || jsonb_build_object('points_per_unit', 1, 'min_amount_minor', 0,
     'max_points_per_op', 10000, 'currency', (select currency from merchant
        where merchant.merchant_id = feed.merchant_id))
     where entity = 'program' and data is not null`,
  `update feed set data = data || '{"points": 0, "moves": []}'
     where entity = 'card' and data is not null`,
] as const
