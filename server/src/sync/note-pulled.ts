import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'
import type { Puller } from './puller'

/**
 * A door's tablet that asks for what comes behind a position holds everything up to it. Only leases
 * of places need to know.
 */
export async function notePulled(db: Kysely<Database>, puller: Puller, pos: number): Promise<void> {
  const { merchant_id, device_id } = puller
  await sql`
    update device set pulled_pos = ${pos}::bigint
     where merchant_id = ${merchant_id} and id = ${device_id} and pulled_pos < ${pos}::bigint`.execute(
    db,
  )
}
