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
  const bodies = `[${entries.map(({ text }) => text).join(',')}]`
  // Read side by side: a function call for each entry would cost as much as its row.
  return sql`
    insert into ledger_entry (merchant_id, body, prev_hash, hash, ${COLUMNS})
    select ${merchantId}::uuid, body, prev_hash, hash, ${COLUMNS}
    from (select ${bodies}::jsonb as bodies,
            ${entries.map(({ prev_hash }) => prev_hash)}::text[] as prev_hashes,
            ${entries.map(({ hash }) => hash)}::text[] as hashes) as given,
      rows from (
        jsonb_to_recordset(bodies) as (n bigint, id uuid, op_id uuid, review_id uuid, kind text,
          status text, occurred_at timestamptz, recorded_at timestamptz, store_id uuid,
          device_id uuid, staff_id uuid, card_id uuid, performance_id uuid),
        jsonb_array_elements(bodies), unnest(prev_hashes), unnest(hashes)
      ) as entry (${COLUMNS}, body, prev_hash, hash)`
}

const COLUMNS = sql.raw(`n, id, op_id, review_id, kind, status, occurred_at, recorded_at, store_id,
  device_id, staff_id, card_id, performance_id`)
