import type { ChangeData, ChangeEntity } from '@counterfoil/protocol'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema'

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
 * Puts changes on the merchant's feed, in one statement.
 *
 * Positions are dense and handed out under the merchant's lane (the update of the head row takes
 * it, if `enterLane` did not before), so that no reader ever passes one that commits later. The
 * later of two changes of the same thing wins. Call `bus.notify` after the commit.
 */
export async function publish(
  trx: Transaction<Database>,
  merchantId: string,
  changes: readonly FeedChange[],
): Promise<void> {
  const latest = latestOfEach(changes)
  if (latest.length === 0) return
  await sql`
    with head as (
      update merchant_head set feed_pos = feed_pos + ${latest.length}
       where merchant_id = ${merchantId}
      returning feed_pos - ${latest.length} as base
    )
    insert into feed (merchant_id, entity, id, pos, device_id, data)
    select ${merchantId}, row.entity, row.id, head.base + row.ord, row.device_id,
           case when jsonb_typeof(row.data) = 'null' then null else row.data end
      from head, rows from (jsonb_to_recordset(${JSON.stringify(latest)}::jsonb)
             as (entity text, id uuid, device_id uuid, data jsonb))
             with ordinality as row (entity, id, device_id, data, ord)
    on conflict (merchant_id, entity, id) do update
      set pos = excluded.pos, device_id = excluded.device_id, data = excluded.data
  `.execute(trx)
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
