import type { Id } from '@counterfoil/domain'
import type { ChangeData, ChangeEntity } from '@counterfoil/protocol'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { type ListColumn, lists, namesOf } from '../db/list'
import { fewPlaces } from '../db/places'
import type { Database } from '../db/schema'

/**
 * One thing as tablets shall see it from now on; `data: null`: it is gone. A `clock` says only whose
 * punches changed: what tablets get of them is read when they pull.
 */
export type FeedChange = ThingChange | ClockMark

interface ClockMark {
  readonly entity: 'clock'
  readonly id: string
  readonly data: null
}

/** Entrance tablets are to hear of what this person told the clock. */
export function clockMark(staffId: Id): FeedChange {
  return { entity: 'clock', id: staffId, data: null }
}

type ThingChange = {
  readonly [E in ChangeEntity]: {
    readonly entity: E
    readonly id: string
    readonly data: ChangeData[E] | null
    /** Only this tablet gets it (`device` and `verdict`). */
    readonly device_id?: string
  }
}[ChangeEntity]

/**
 * Puts changes on the merchant's feed, in one statement.
 *
 * Positions are dense and handed out under the merchant's lane, so that no reader ever passes one
 * that commits later. The later of two changes of the same thing wins. Enter the lane before the
 * first write of the transaction, and call `bus.notify` after the commit.
 */
export async function publish(
  trx: Transaction<Database>,
  merchantId: string,
  changes: readonly FeedChange[],
): Promise<void> {
  const latest = latestOfEach(changes)
  if (latest.length === 0) return
  // The update takes the lane should the caller not hold it, so the position read is the latest.
  await sql`
    with head as (
      update merchant_head set feed_pos = feed_pos + ${latest.length}
       where merchant_id = ${merchantId} returning feed_pos - ${latest.length} as before)
    ${insertFeed(merchantId, sql`(select before from head)`, latest)}`.execute(trx)
}

const FEED_COLUMNS: readonly ListColumn<FeedChange>[] = [
  ['entity', 'text', ({ entity }) => entity],
  ['id', 'uuid', ({ id }) => id],
  ['device_id', 'uuid', (change) => ('device_id' in change && change.device_id) || null],
]
const FEED_NAMES = namesOf(FEED_COLUMNS)

/**
 * The insert as a fragment.
 * @param after the feed's position; the changes get the ones behind it
 * @param changes no two of the same thing
 */
function insertFeed(
  merchantId: string,
  after: RawBuilder<unknown>,
  changes: readonly FeedChange[],
): RawBuilder<unknown> {
  return sql`
    insert into feed (merchant_id, pos, data, ${FEED_NAMES})
    select ${merchantId}::uuid, ${after} + number, nullif(data, 'null'), ${FEED_NAMES}
    from ${rowsOf(changes)}
    on conflict (merchant_id, entity, id) do update
      set pos = excluded.pos, device_id = excluded.device_id, data = excluded.data`
}

function rowsOf(changes: readonly FeedChange[]): RawBuilder<unknown> {
  const things = JSON.stringify(changes.map(({ data }) => data))
  return sql`
    rows from (jsonb_array_elements(${things}::jsonb), unnest(${lists(FEED_COLUMNS, changes)}))
      with ordinality as r (data, ${FEED_NAMES}, number)`
}

/** One row for each change that {@link feedTables} wrote. */
export const FED = sql`select from feed_moved union all select from feed_added`

/**
 * The same as tables of a `with`, behind the lane, for many things that nearly all are on the feed.
 * Each is looked for once and written where it was found; `on conflict` locks every row before it
 * writes it, and says so in the log.
 * @param after the feed's position; the changes get the ones behind it
 * @param changes no two of the same thing
 */
export function feedTables(
  merchantId: string,
  after: number,
  changes: readonly FeedChange[],
): readonly RawBuilder<unknown>[] {
  const merchant = sql`${merchantId}::uuid`
  return [
    sql`feeding as materialized (
      select (select ctid from feed where merchant_id = ${merchant} and feed.entity = r.entity
           and feed.id = r.id limit 1) as place,
         ${after}::bigint + number as pos, nullif(data, 'null') as data, ${FEED_NAMES}
        from ${rowsOf(changes)})`,
    sql`feed_moved as (
      update feed set pos = r.pos, device_id = r.device_id, data = r.data from feeding as r
       where feed.merchant_id = ${merchant} and feed.ctid = r.place and ${fewPlaces('r')}
       returning 1)`,
    sql`feed_added as (
      insert into feed (merchant_id, pos, data, ${FEED_NAMES})
      select ${merchant}, pos, data, ${FEED_NAMES} from feeding where place is null returning 1)`,
  ]
}

function latestOfEach(changes: readonly FeedChange[]): FeedChange[] {
  const byThing = new Map<string, FeedChange>()
  for (const change of changes) {
    const key = `${change.entity}/${change.id}`
    byThing.delete(key)
    byThing.set(key, change)
  }
  return [...byThing.values()]
}
