import type { ChangeData, ChangeEntity } from '@counterfoil/protocol'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { enterLane } from './lane'

/** One thing as tablets shall see it from now on; `data: null`: it is gone. */
export type FeedChange = {
  readonly [E in ChangeEntity]: {
    readonly entity: E
    readonly id: string
    readonly data: ChangeData[E] | null
    /** Only this tablet gets it (`device` and `verdict`). */
    readonly device_id?: string
  }
}[ChangeEntity]

/**
 * Puts changes on the merchant's feed.
 *
 * Positions are dense and handed out under the merchant's lane, so that no reader ever passes one
 * that commits later. The later of two changes of the same thing wins. Enter the lane before the
 * first write of the transaction (here it is entered again at no cost but a round trip), and call
 * `bus.notify` after the commit.
 */
export async function publish(
  trx: Transaction<Database>,
  merchantId: string,
  changes: readonly FeedChange[],
): Promise<void> {
  const latest = latestOfEach(changes)
  if (latest.length === 0) return
  const { feed_pos } = await enterLane(trx, merchantId)
  await sql`
    with changed as (${insertFeed(merchantId, feed_pos, latest)})
    update merchant_head set feed_pos = ${feed_pos + latest.length}
     where merchant_id = ${merchantId}`.execute(trx)
}

/**
 * The insert as a fragment.
 * @param after the feed's position; the changes get the ones behind it
 * @param changes no two of the same thing
 */
export function insertFeed(
  merchantId: string,
  after: number,
  changes: readonly FeedChange[],
): RawBuilder<unknown> {
  const rows = changes.map((change, index) => ({ ...change, pos: after + index + 1 }))
  return sql`
    insert into feed (merchant_id, entity, id, pos, device_id, data)
    select ${merchantId}::uuid, entity, id, pos, device_id, data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (entity text, id uuid, pos bigint, device_id uuid, data jsonb)
    on conflict (merchant_id, entity, id) do update
      set pos = excluded.pos, device_id = excluded.device_id, data = excluded.data`
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
