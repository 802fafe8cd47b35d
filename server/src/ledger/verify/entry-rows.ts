import type { EpochMs, Id, Json, VerdictStatus } from '@counterfoil/domain'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../db/schema'
import { PAGE } from './pages'

/** An entry with the columns that repeat its content, and the operation it names. */
export interface EntryRow {
  readonly n: number
  readonly body: { readonly [key: string]: Json }
  readonly prev_hash: string
  readonly hash: string
  readonly id: Id
  readonly op_id: Id | null
  readonly review_id: Id | null
  readonly kind: string
  readonly status: VerdictStatus
  readonly occurred_at: EpochMs
  readonly recorded_at: EpochMs
  readonly store_id: Id | null
  readonly device_id: Id | null
  readonly staff_id: Id | null
  readonly card_id: Id | null
  readonly performance_id: Id | null
  readonly operation: KeptOperation | null
}

/** What an operation's row repeats of its entry. */
export interface KeptOperation {
  readonly kind: string
  readonly status: VerdictStatus
  readonly code: string | null
  readonly flags: readonly string[]
  readonly occurred_ms: number
  readonly staff_id: Id | null
  readonly card_id: Id | null
}

/** A page of entries behind number `after`, with their operations. */
export async function readEntryRows(
  db: Kysely<Database>,
  merchantId: Id,
  after: number,
): Promise<readonly EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.n, e.body, e.prev_hash, e.hash, e.id, e.op_id, e.review_id, e.kind, e.status,
      e.occurred_at, e.recorded_at, e.store_id, e.device_id, e.staff_id, e.card_id,
      e.performance_id,
      case when o.id is null then null else json_build_object('kind', o.kind, 'status', o.status,
        'code', o.code, 'flags', o.flags, 'staff_id', o.staff_id, 'card_id', o.card_id,
        'occurred_ms', (extract(epoch from o.occurred_at) * 1000)::bigint) end as operation
    from (select * from ledger_entry where merchant_id = ${merchantId} and n > ${after}
           order by n limit ${PAGE}) e
    left join operation o on o.merchant_id = ${merchantId} and o.id = e.op_id
    order by e.n`.execute(db)
  return rows
}
