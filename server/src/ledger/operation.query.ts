import {
  type EpochMs,
  formatInstant,
  type Id,
  type Shown,
  type VerdictCode,
  type VerdictDetail,
  type VerdictFlag,
  type VerdictStatus,
} from '@counterfoil/domain'
import type { Operation } from '@counterfoil/protocol'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../db/schema'
import { NAME_COLUMNS, nameJoins, type NameRow, namesOf } from './names'

/** The columns of one operation with names, from a table expression called `it`. */
export const OPERATION_COLUMNS = sql`
  it.id, it.device_id, it.incarnation, it.user_id, it.store_id, it.seq, it.kind, it.at,
  it.offset_ms, it.sign_on, it.occurred_at, it.received_at, it.shown, it.status, it.code,
  it.flags, it.detail, it.data, ${NAME_COLUMNS}`

export type OperationRow = NameRow & {
  readonly id: Id
  readonly device_id: Id | null
  readonly incarnation: number | null
  readonly user_id: Id | null
  readonly store_id: Id
  readonly seq: number | null
  readonly kind: string
  readonly at: string | null
  readonly offset_ms: number | null
  readonly sign_on: Id | null
  readonly occurred_at: EpochMs
  readonly received_at: EpochMs
  readonly shown: Shown | null
  readonly status: VerdictStatus
  readonly code: VerdictCode | null
  readonly flags: VerdictFlag[]
  readonly detail: VerdictDetail
  readonly data: Record<string, unknown>
}

/** An operation as the console reads it. What is secret was never stored: PINs, raw tokens. */
export function operationOf(row: OperationRow): Operation {
  const { id, device_id, incarnation, user_id, store_id, seq, kind, at, offset_ms } = row
  const { status, code, flags, detail, sign_on, shown, data } = row
  return {
    id,
    device_id,
    incarnation,
    user_id,
    store_id,
    seq,
    kind,
    at,
    offset_ms,
    sign_on,
    occurred_at: formatInstant(row.occurred_at),
    received_at: formatInstant(row.received_at),
    shown,
    verdict: { status, code, flags, detail: { ...detail } },
    data,
    names: namesOf(row),
  }
}

export interface OperationFilter {
  readonly device_id?: Id | undefined
  readonly kind?: string | undefined
  readonly status?: VerdictStatus | undefined
}

/** An operation and the number of its entry in the ledger, which is the order they were taken in. */
export interface NumberedOperation {
  readonly n: number
  readonly operation: Operation
}

/** Operations whose entries are below `before` (exclusive), the latest first. */
export async function listOperations(
  db: Kysely<Database>,
  merchantId: Id,
  filter: OperationFilter,
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<NumberedOperation[]> {
  const where: RawBuilder<unknown>[] = [sql`merchant_id = ${merchantId}`]
  for (const [column, value] of Object.entries(filter)) {
    if (value !== undefined) where.push(sql`${sql.ref(column)} = ${value}`)
  }
  if (page.before !== undefined) where.push(sql`n < ${page.before}`)
  // The one entry that an operation has, and not those of reviews and of reuses of its id.
  const { rows } = await sql<OperationRow & { readonly n: number }>`
    with page as (
      select merchant_id, n, op_id from ledger_entry
       where ${sql.join(where, sql` and `)} and op_id is not null and review_id is null
         and body->>'code' is distinct from 'OP_ID_REUSED'
       order by n desc limit ${page.limit}
    ), it as (
      select operation.*, page.n from page
        join operation on operation.merchant_id = page.merchant_id and operation.id = page.op_id
    )
    select it.n, ${OPERATION_COLUMNS} from it ${nameJoins('data')}
    order by it.n desc`.execute(db)
  return rows.map((row) => ({ n: row.n, operation: operationOf(row) }))
}

export async function findOperation(
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
): Promise<Operation | undefined> {
  const { rows } = await sql<OperationRow>`
    with it as (select * from operation where merchant_id = ${merchantId} and id = ${id})
    select ${OPERATION_COLUMNS} from it ${nameJoins('data')}`.execute(db)
  return rows[0] === undefined ? undefined : operationOf(rows[0])
}
