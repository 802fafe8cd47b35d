import { type EpochMs, formatInstant, type Id, MINUTE, plus } from '@counterfoil/domain'
import type { AnswerOf, ENDPOINTS } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'

type Today = AnswerOf<typeof ENDPOINTS.today>

/** A tablet that has said nothing for this long is quiet; it speaks every half minute. */
const QUIET_AFTER = 5 * MINUTE
const DAYS = 14

/** Stamps that count per local day and hour, each store in its own zone. */
const LOCAL_STAMPS = sql`
  select s.op_id, s.card_id, s.count, o.store_id, o.sign_on,
         (s.occurred_at at time zone store.time_zone) as local
  from card_stamp s
  join operation o on o.merchant_id = s.merchant_id and o.id = s.op_id
  join store on store.merchant_id = o.merchant_id and store.id = o.store_id`

export async function readToday(
  db: Kysely<Database>,
  merchantId: Id,
  now: EpochMs,
): Promise<Today> {
  const [counts, quiet, hours, days, staff] = await Promise.all([
    readCounts(db, merchantId, now),
    readQuietDevices(db, merchantId, now),
    readHours(db, merchantId, now),
    readDays(db, merchantId, now),
    readStaff(db, merchantId, now),
  ])
  return {
    server_time: formatInstant(now),
    ...counts,
    quiet_devices: quiet,
    stamps_by_hour: hours,
    stamps_by_day: days,
    stamps_by_staff: staff,
  }
}

function since(now: EpochMs, days: number): string {
  return formatInstant(plus(now, -days * 24 * 60 * MINUTE))
}

/** The local date of `now` in the zone of the store at hand. */
function todayIn(now: EpochMs) {
  return sql`(${formatInstant(now)}::timestamptz at time zone store.time_zone)::date`
}

async function readCounts(db: Kysely<Database>, merchantId: Id, now: EpochMs) {
  const { rows } = await sql<{ stamps: number; cards: number; refused: number; reviews: number }>`
    with stamps as (
      ${LOCAL_STAMPS}
      where s.merchant_id = ${merchantId} and not s.voided and s.occurred_at > ${since(now, 2)}
        and (s.occurred_at at time zone store.time_zone)::date = ${todayIn(now)}
    )
    select coalesce((select sum(count) from stamps), 0)::int as stamps,
           (select count(distinct card_id) from stamps)::int as cards,
           (select count(*) from operation o
              join store on store.merchant_id = o.merchant_id and store.id = o.store_id
             where o.merchant_id = ${merchantId} and o.status = 'rejected'
               and o.kind <> 'staff.sign_on' and o.received_at > ${since(now, 2)}
               and (o.occurred_at at time zone store.time_zone)::date = ${todayIn(now)})::int
             as refused,
           (select count(*) from review
             where merchant_id = ${merchantId} and status = 'open')::int as reviews`.execute(db)
  const row = rows[0]
  return {
    stamps_today: row?.stamps ?? 0,
    cards_today: row?.cards ?? 0,
    refused_today: row?.refused ?? 0,
    open_reviews: row?.reviews ?? 0,
  }
}

async function readQuietDevices(db: Kysely<Database>, merchantId: Id, now: EpochMs) {
  const rows = await db
    .selectFrom('device')
    .select(['id', 'label', 'last_seen_at', 'queue_pending'])
    .where('merchant_id', '=', merchantId)
    .where('claimed_at', 'is not', null)
    .where('revoked_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('last_seen_at', 'is', null),
        eb('last_seen_at', '<', sql<EpochMs>`${formatInstant(plus(now, -QUIET_AFTER))}`),
      ]),
    )
    .orderBy('last_seen_at')
    .execute()
  return rows.map(({ id, label, last_seen_at, queue_pending }) => ({
    id,
    label,
    last_seen_at: last_seen_at === null ? null : formatInstant(last_seen_at),
    pending: queue_pending,
  }))
}

async function readHours(db: Kysely<Database>, merchantId: Id, now: EpochMs): Promise<number[]> {
  const { rows } = await sql<{ hour: number; stamps: number }>`
    with stamps as (
      ${LOCAL_STAMPS}
      where s.merchant_id = ${merchantId} and not s.voided and s.occurred_at > ${since(now, 2)}
        and (s.occurred_at at time zone store.time_zone)::date = ${todayIn(now)}
    )
    select extract(hour from local)::int as hour, sum(count)::int as stamps
    from stamps group by 1`.execute(db)
  const byHour = new Map(rows.map(({ hour, stamps }) => [hour, stamps]))
  return Array.from({ length: 24 }, (_, hour) => byHour.get(hour) ?? 0)
}

async function readDays(db: Kysely<Database>, merchantId: Id, now: EpochMs) {
  const { rows } = await sql<{ day: string; stamps: number }>`
    with stamps as (
      ${LOCAL_STAMPS}
      where s.merchant_id = ${merchantId} and not s.voided
        and s.occurred_at > ${since(now, DAYS + 1)}
    ), place as (
      select time_zone from store where merchant_id = ${merchantId}
      order by created_at limit 1
    ), days as (
      select generate_series(0, ${sql.lit(DAYS - 1)}) as back
    )
    select to_char(today - back, 'YYYY-MM-DD') as day,
           coalesce((select sum(count) from stamps where local::date = today - back), 0)::int
             as stamps
    from days,
      (select (${formatInstant(now)}::timestamptz at time zone
         coalesce((select time_zone from place), 'UTC'))::date as today) as here
    order by 1`.execute(db)
  return rows
}

async function readStaff(db: Kysely<Database>, merchantId: Id, now: EpochMs) {
  const { rows } = await sql<{ staff_id: Id; name: string; stamps: number }>`
    with stamps as (
      ${LOCAL_STAMPS}
      where s.merchant_id = ${merchantId} and not s.voided and s.occurred_at > ${since(now, 2)}
        and (s.occurred_at at time zone store.time_zone)::date = ${todayIn(now)}
    )
    select staff.id as staff_id, staff.name, sum(stamps.count)::int as stamps
    from stamps
    join sign_on on sign_on.merchant_id = ${merchantId} and sign_on.op_id = stamps.sign_on
    join staff on staff.merchant_id = ${merchantId} and staff.id = sign_on.staff_id
    group by staff.id, staff.name order by stamps desc, staff.name limit 8`.execute(db)
  return rows
}
