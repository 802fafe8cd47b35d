import { formatInstant } from '@counterfoil/domain'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { type ListColumn, lists, namesOf } from '../db/list'
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
    insert into ledger_entry (merchant_id, body, ${NAMES})
    select ${merchantId}::uuid, body, ${NAMES}
    from rows from (jsonb_array_elements(${bodies}::jsonb), unnest(${lists(COLUMNS, entries)}))
      as entry (body, ${NAMES})`
}

/** Columns beside the body. */
const COLUMNS: readonly ListColumn<ChainedEntry>[] = [
  ['n', 'bigint', ({ n }) => n],
  ['prev_hash', 'text', ({ prev_hash }) => prev_hash],
  ['hash', 'text', ({ hash }) => hash],
  ['id', 'uuid', ({ draft }) => draft.id],
  ['op_id', 'uuid', ({ draft }) => draft.op_id],
  ['review_id', 'uuid', ({ draft }) => draft.review_id],
  ['kind', 'text', ({ draft }) => draft.kind],
  ['status', 'text', ({ draft }) => draft.status],
  ['occurred_at', 'timestamptz', ({ draft }) => formatInstant(draft.occurred_at)],
  ['recorded_at', 'timestamptz', ({ draft }) => formatInstant(draft.recorded_at)],
  ['store_id', 'uuid', ({ draft }) => draft.store_id],
  ['device_id', 'uuid', ({ draft }) => draft.device_id],
  ['staff_id', 'uuid', ({ draft }) => draft.staff_id],
  ['card_id', 'uuid', ({ draft }) => draft.card_id],
  ['performance_id', 'uuid', ({ draft }) => draft.performance_id ?? null],
]

const NAMES = namesOf(COLUMNS)
