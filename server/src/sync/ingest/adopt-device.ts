import type { Transaction } from 'kysely'
import type { Database } from '../../db/schema'
import { pairingColumns } from '../../devices/pairing'
import { ProblemError } from '../../problem-error'
import type { Batch, DeviceSender, Stream } from './batch'
import { storable } from './clock'
import type { CoreFacts } from './facts'

/** More rows than any merchant pairs: whoever makes tablets up shall not fill the table. */
const MOST_DEVICES = 2000

/** A batch in the name of a tablet of which nothing is left here. */
export type ForgottenBatch = Batch & { readonly sender: DeviceSender; readonly stream: Stream }

export function isForgotten(batch: Batch, { device }: CoreFacts): batch is ForgottenBatch {
  const { sender, stream, recovered } = batch
  return recovered && device === null && sender.type === 'device' && stream !== undefined
}

/**
 * Gives back its row to a tablet that was paired after the backup which the server was restored
 * from: revoked, so that it opens nothing, but what it still holds has a place to be counted at.
 * The row gets store and jobs of who hands it in.
 */
export async function adoptDevice(
  trx: Transaction<Database>,
  { sender, stream, received_at }: ForgottenBatch,
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
