import type { Transaction } from 'kysely'
import type { Database } from '../../db/schema'
import { pairingColumns } from '../../devices/pairing'
import { ProblemError } from '../../problem-error'
import type { Batch, Sender, Stream } from './batch'
import { storable } from './clock'

/** More rows than any merchant pairs: whoever makes tablets up shall not fill the table. */
const MOST_DEVICES = 2000

/**
 * Gives back its row to a tablet that was paired after the backup which the server was restored
 * from: revoked, so that it opens nothing, but what it still holds has a place to be counted at.
 * @param sender who hands it in; the row gets its store and jobs
 */
export async function adoptDevice(
  trx: Transaction<Database>,
  sender: Extract<Sender, { type: 'device' }>,
  stream: Stream,
  { received_at }: Batch,
  newId: () => string,
): Promise<void> {
  const { merchant_id, store, jobs } = sender
  const { count } = await trx
    .selectFrom('device')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merchant_id', '=', merchant_id)
    .executeTakeFirstOrThrow()
  if (count >= MOST_DEVICES) throw new ProblemError('NOT_FOUND', 'There was no such tablet here.')
  const at = storable(received_at)
  await trx
    .insertInto('device')
    .values({
      ...pairingColumns(newId(), received_at),
      merchant_id,
      id: stream.device_id,
      store_id: store.id,
      label: `Tablet ${stream.device_id.slice(-4)}`,
      jobs,
      incarnation: stream.incarnation,
      created_at: at,
      claimed_at: at,
      revoked_at: at,
    })
    .execute()
}
