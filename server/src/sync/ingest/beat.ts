import { type Kysely, sql } from 'kysely'
import type { Database } from '../../db/schema'
import type { Batch } from './batch'
import type { CoreFacts } from './facts'
import { heartbeat } from './heartbeat'
import { scopeOf } from './sql-parts'
import { streamColumns } from './stream-facts'

/** Who pushes, and where the sequence stands. */
export interface Beat extends Pick<CoreFacts, 'sender_incarnation' | 'stream' | 'recovered_seqs'> {
  readonly device: { readonly incarnation: number } | null
}

interface BeatRow extends Beat {
  readonly feed_epoch: number
}

/** An empty batch: notes how the tablet is and reads its sequence, in one statement, no lane. */
export async function beat(db: Kysely<Database>, batch: Batch): Promise<BeatRow> {
  const scope = scopeOf(batch)
  const { merchant, device, sender } = scope
  const { rows } = await sql<BeatRow>`
    with beat as (
      update device set ${heartbeat(batch)}
       where merchant_id = ${merchant} and id = ${sender}::uuid and revoked_at is null
      returning incarnation)
    select (select incarnation from beat) as sender_incarnation,
      (select feed_epoch from merchant_head where merchant_id = ${merchant}) as feed_epoch,
      (select json_build_object('incarnation', incarnation) from device
        where merchant_id = ${merchant} and id = ${device}::uuid) as device,
      ${sql.join(streamColumns(scope, batch))}`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('a select without a table answers one row')
  return row
}
