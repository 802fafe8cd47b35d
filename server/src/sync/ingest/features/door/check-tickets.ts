import type { Id } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../../../../db/schema'
import type { TicketVerifier } from '../../../../door/ticket-verifier'
import type { Batch, BatchOp } from '../../batch'

/** Whose signature each op's ticket bears; one that nobody of ours signed has none. */
export type TicketSigners = ReadonlyMap<BatchOp, Id>

/** Checks the signatures of a batch's tickets before the lane is taken: the slow part of the door. */
export async function checkTickets(
  db: Kysely<Database>,
  verifier: TicketVerifier,
  batch: Batch,
): Promise<TicketSigners> {
  const shown = batch.ops.flatMap((op) => {
    const { ticket, token_hash } = op
    return ticket === undefined || token_hash === undefined ? [] : [{ op, ticket, token_hash }]
  })
  const signers = await verifier(db, batch.sender.merchant_id, shown)
  return new Map(
    shown.flatMap(({ op }, index) => {
      const signer = signers[index] ?? null
      return signer === null ? [] : [[op, signer] as const]
    }),
  )
}
