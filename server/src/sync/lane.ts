import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'

/** Where the merchant's ledger and feed stand while the lane is held. */
export interface LaneHead {
  /** Number of the latest ledger entry, 0 before the first. */
  readonly ledger_n: number
  readonly ledger_hash: string
  /** Position of the latest feed row. */
  readonly feed_pos: number
  /** Which life of the merchant's data this is; see `life.ts`. */
  readonly feed_epoch: number
}

/**
 * Serialises everything that writes operations, ledger entries or the feed of one merchant until
 * the transaction ends. Facts read before this may be old; read them again behind it.
 * @throws NoResultError for a merchant that does not exist
 */
export async function enterLane(trx: Transaction<Database>, merchantId: string): Promise<LaneHead> {
  return trx
    .selectFrom('merchant_head')
    .select(['ledger_n', 'ledger_hash', 'feed_pos', 'feed_epoch'])
    .where('merchant_id', '=', merchantId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}
