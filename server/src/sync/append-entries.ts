import { formatInstant } from '@counterfoil/domain'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { list } from '../db/list'
import type { Database } from '../db/schema'
import type { LedgerEntryTable } from '../db/schema/ledger-entry'
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
  const lists = [
    list(
      'bigint',
      entries.map(({ n }) => n),
    ),
    list(
      'text',
      entries.map(({ prev_hash }) => prev_hash),
    ),
    list(
      'text',
      entries.map(({ hash }) => hash),
    ),
    ...COLUMNS.map(([, type, read]) =>
      list(
        type,
        entries.map(({ draft }) => read(draft)),
      ),
    ),
  ]
  // Read side by side: a function call for each entry would cost as much as its row.
  return sql`
    insert into ledger_entry (merchant_id, body, n, prev_hash, hash, ${NAMES})
    select ${merchantId}::uuid, body, n, prev_hash, hash, ${NAMES}
    from rows from (jsonb_array_elements(${bodies}::jsonb), unnest(${sql.join(lists)}))
      as entry (body, n, prev_hash, hash, ${NAMES})`
}

/** Columns beside the body. */
const COLUMNS = [
  ['id', 'uuid', ({ id }) => id],
  ['op_id', 'uuid', ({ op_id }) => op_id],
  ['review_id', 'uuid', ({ review_id }) => review_id],
  ['kind', 'text', ({ kind }) => kind],
  ['status', 'text', ({ status }) => status],
  ['occurred_at', 'timestamptz', ({ occurred_at }) => formatInstant(occurred_at)],
  ['recorded_at', 'timestamptz', ({ recorded_at }) => formatInstant(recorded_at)],
  ['store_id', 'uuid', ({ store_id }) => store_id],
  ['device_id', 'uuid', ({ device_id }) => device_id],
  ['staff_id', 'uuid', ({ staff_id }) => staff_id],
  ['card_id', 'uuid', ({ card_id }) => card_id],
  ['performance_id', 'uuid', ({ performance_id }) => performance_id ?? null],
] as const satisfies readonly (readonly [
  name: keyof LedgerEntryTable,
  type: Parameters<typeof list>[0],
  read: (draft: EntryDraft) => string | null,
])[]

const NAMES = sql.raw(COLUMNS.map(([name]) => name).join(', '))
