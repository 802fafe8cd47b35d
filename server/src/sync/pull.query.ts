import type { EpochMs } from '@counterfoil/domain'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { clockNews } from '../clock/clock-news.query'
import type { Database } from '../db/schema'
import type { Books, PullPosition } from './pull-cursor'
import type { Puller } from './puller'

export interface PullPage {
  readonly position: PullPosition
  readonly more: boolean
  readonly reset: boolean
  /** JSON texts of the changes with commas between, straight from the database. */
  readonly changes: string
  /** JSON text of the tablets at the doors; `null` for whoever has no business there. */
  readonly doors: string | null
  /** JSON text of what people told the clock; `null` for whoever has no business there. */
  readonly clock: string | null
  /** Places are leased, and this door is not known to hold what it asks on from. */
  readonly unnoted: boolean
}

export interface PullWish {
  readonly from: PullPosition | undefined
  readonly limit: number
  readonly now: EpochMs
}

/** So much of an entry's hash tells it from any other. */
const HASH_DIGITS = sql.lit(16)

const NO_BOOKS: Books = { n: 0, hash: '', audit: null }

interface Row extends Books {
  readonly feed_pos: number
  readonly feed_epoch: number
  readonly start: number
  readonly last: number | null
  readonly count: number
  readonly more: boolean
  readonly changes: string | null
  readonly doors: string | null
  readonly clock: string | null
  readonly unnoted: boolean
}

/**
 * The changes behind a position that concern the puller, oldest first. One statement, so that the
 * head and the rows are of the same moment. The start is answered instead when the position is of
 * another pairing, of other jobs, or of a future that this server, restored from a backup, has not
 * had: whether or not it knows of the restore.
 */
export async function pullPage(
  db: Kysely<Database>,
  puller: Puller,
  { from, limit, now }: PullWish,
): Promise<PullPage> {
  const { merchant_id, device_id, incarnation, jobs } = puller
  const fits = from?.incarnation === incarnation && from.jobs === jobs
  const pos = fits ? from.pos : 0
  const { rows } = await sql<Row>`
    with head as (
      select feed_pos, feed_epoch, ledger_n, ledger_hash,
          case when feed_epoch = ${from?.epoch ?? 0}::integer and feed_pos >= ${pos}::bigint
            and ${remembered(merchant_id, from?.books ?? NO_BOOKS)}
            then ${pos}::bigint else 0 end as start
        from merchant_head where merchant_id = ${merchant_id}),
    page as materialized (
      select pos, entity, id, data from feed
       where merchant_id = ${merchant_id} and pos > (select start from head)
         and entity = any(${puller.entities})
         and (entity <> 'device' or id = ${device_id}::uuid)
         and (entity <> 'verdict' or device_id = ${device_id}::uuid)
       order by pos limit ${limit + 1}),
    kept as (select * from page order by pos limit ${limit})
    select feed_pos, feed_epoch, start, ledger_n as n, left(ledger_hash, ${HASH_DIGITS}) as hash,
      (select id from audit where merchant_id = ${merchant_id} order by id desc limit 1) as audit,
      (select count(*) from page) > ${limit} as more,
      (select max(pos) from kept) as last,
      (select string_agg('{"entity":"' || entity || '","id":"' || id || '","data":'
          || coalesce(data::text, 'null') || '}', ',' order by pos)
         from kept where entity <> 'clock') as changes,
      ${doorsOf(puller)} as doors, ${clockNews(puller, now)} as clock,
      ${unnotedBy(puller, pos)} as unnoted
    from head`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('a merchant without a head')
  const { feed_pos, feed_epoch, start, last, more, changes, doors, clock, n, hash, audit } = row
  const next = more && last !== null ? last : feed_pos
  return {
    position: { pos: next, incarnation, jobs, epoch: feed_epoch, books: { n, hash, audit } },
    more,
    reset: start === 0 && !(from?.pos === 0 && fits && from.epoch === feed_epoch),
    changes: changes ?? '',
    doors,
    clock,
    unnoted: row.unnoted,
  }
}

/**
 * Who counts people at the doors and how far each has handed in what it counted: no row of the
 * feed, because it is different with every heartbeat.
 */
function doorsOf({ merchant_id, entities }: Puller): RawBuilder<string | null> {
  if (!entities.includes('performance')) return sql`null::text`
  return sql`(select coalesce(json_agg(json_build_object('id', id, 'label', label,
        'drained_at', to_char(drained_at at time zone 'UTC', ${INSTANT})) order by id), '[]')::text
      from device where merchant_id = ${merchant_id} and 'door' = any(jobs)
       and claimed_at is not null and revoked_at is null)`
}

function unnotedBy({ merchant_id, device_id, entities }: Puller, pos: number): RawBuilder<boolean> {
  if (device_id === null || !entities.includes('performance')) return sql`false`
  return sql`(exists (select from performance where merchant_id = ${merchant_id} and leases <> '{}')
    and exists (select from device where merchant_id = ${merchant_id} and id = ${device_id}::uuid
      and pulled_pos < ${pos}::bigint))`
}

/** As the wire writes times. */
const INSTANT = sql.lit('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')

/** Whether both books still have what a cursor remembers of them. */
function remembered(merchantId: string, { n, hash, audit }: Books): RawBuilder<boolean> {
  return sql`
    (${n}::bigint = 0 or exists (select from ledger_entry where merchant_id = ${merchantId}
        and n = ${n}::bigint and left(hash, ${HASH_DIGITS}) = ${hash}::text))
    and (${audit}::uuid is null or exists (select from audit where merchant_id = ${merchantId}
        and id = ${audit}::uuid))`
}
