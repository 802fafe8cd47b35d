import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema'
import type { LaneHead } from './lane'
import { chainEntries, type ChainedEntry, type EntryDraft } from './ledger-chain'

/**
 * Appends entries to the merchant's ledger, in order, and moves its head on.
 * @param head as `enterLane` answered it in this transaction, or as this function did last
 */
export async function appendEntries(
  trx: Transaction<Database>,
  merchantId: string,
  head: LaneHead,
  drafts: readonly EntryDraft[],
): Promise<LaneHead> {
  if (drafts.length === 0) return head
  const chained = chainEntries(head, drafts)
  await sql`
    with entries as (${insertEntries(merchantId, chained.entries)})
    update merchant_head
       set ledger_n = ${chained.head.ledger_n}, ledger_hash = ${chained.head.ledger_hash}
     where merchant_id = ${merchantId}
  `.execute(trx)
  return chained.head
}

/** The insert as a fragment; the columns beside the body repeat it for indexes only. */
export function insertEntries(
  merchantId: string,
  entries: readonly ChainedEntry[],
): RawBuilder<unknown> {
  return sql`
    insert into ledger_entry (merchant_id, n, id, body, prev_hash, hash, op_id, review_id, kind,
      status, occurred_at, recorded_at, store_id, device_id, staff_id, card_id,
      performance_id)
    select ${merchantId}::uuid, b.n, b.id, e.body, e.prev_hash, e.hash, b.op_id, b.review_id,
      b.kind, b.status, b.occurred_at, b.recorded_at, b.store_id, b.device_id, b.staff_id,
      b.card_id, b.performance_id
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        as e (body jsonb, prev_hash text, hash text),
      jsonb_to_record(e.body) as b (n bigint, id uuid, op_id uuid, review_id uuid, kind text,
        status text, occurred_at timestamptz, recorded_at timestamptz, store_id uuid,
        device_id uuid, staff_id uuid, card_id uuid, performance_id uuid)`
}
