import { sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema'
import type { Send } from '../db/side-by-side'

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
  return headOf(trx, merchantId).executeTakeFirstOrThrow()
}

/**
 * The same, for statements that look up many rows by their keys, and that may be sent behind it
 * before it is answered. Planned while statistics are young, they might read all rows of the
 * merchant instead; planned so, what is looked for does not matter, and one plan serves for good.
 */
export async function sendLaneByKeys(
  trx: Transaction<Database>,
  send: Send,
  merchantId: string,
): Promise<LaneHead> {
  const [row] = await send(headOf(trx, merchantId).select(BY_KEYS).compile())
  if (row === undefined) throw new Error('no such merchant')
  const { by_keys: _, ...head } = row
  return head
}

const BY_KEYS = sql`array[
  set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
  set_config('enable_mergejoin', 'off', true), set_config('enable_sort', 'off', true),
  set_config('plan_cache_mode', 'force_generic_plan', true)]`.as('by_keys')

function headOf(trx: Transaction<Database>, merchantId: string) {
  return trx
    .selectFrom('merchant_head')
    .select(['ledger_n', 'ledger_hash', 'feed_pos', 'feed_epoch'])
    .where('merchant_id', '=', merchantId)
    .forUpdate()
}
