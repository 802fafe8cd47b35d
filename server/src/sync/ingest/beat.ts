import { type Kysely, sql } from 'kysely'
import type { Database } from '../../db/schema'
import type { Batch } from './batch'
import type { CoreFacts } from './facts'
import { heartbeat } from './heartbeat'

/** Who pushes, and where the sequence stands. */
export interface Beat extends Pick<CoreFacts, 'sender_incarnation' | 'stream'> {
  readonly device: { readonly incarnation: number } | null
}

/** An empty batch: notes how the tablet is and reads its sequence, in one statement, no lane. */
export async function beat(db: Kysely<Database>, batch: Batch): Promise<Beat> {
  const { sender, stream } = batch
  const merchant = sql`${sender.merchant_id}::uuid`
  const own = sender.type === 'device' ? sender.device_id : null
  const { rows } = await sql<Beat>`
    with beat as (
      update device set ${heartbeat(batch)}
       where merchant_id = ${merchant} and id = ${own}::uuid and revoked_at is null
      returning incarnation)
    select (select incarnation from beat) as sender_incarnation,
      (select json_build_object('incarnation', incarnation) from device
        where merchant_id = ${merchant} and id = ${stream?.device_id ?? null}::uuid) as device,
      (select json_build_object('last_seq', last_seq, 'highest', highest, 'missing', missing)
         from device_stream where merchant_id = ${merchant}
          and device_id = ${stream?.device_id ?? null}::uuid
          and incarnation = ${stream?.incarnation ?? null}::integer) as stream`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('a select without a table answers one row')
  return row
}
