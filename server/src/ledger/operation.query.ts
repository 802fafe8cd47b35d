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

/** Where a page of operations ended: both parts, since many share one moment of arrival. */
export interface OperationPosition {
  readonly received_at: string
  readonly id: Id
}

export async function listOperations(
  db: Kysely<Database>,
  merchantId: Id,
  filter: OperationFilter,
  page: { readonly before: OperationPosition | undefined; readonly limit: number },
): Promise<Operation[]> {
  const where: RawBuilder<unknown>[] = [sql`merchant_id = ${merchantId}`]
  for (const [column, value] of Object.entries(filter)) {
    if (value !== undefined) where.push(sql`${sql.ref(column)} = ${value}`)
  }
  if (page.before !== undefined) {
    where.push(sql`(received_at, id) < (${page.before.received_at}, ${page.before.id})`)
  }
  const { rows } = await sql<OperationRow>`
    with it as (
      select * from operation where ${sql.join(where, sql` and `)}
      order by received_at desc, id desc limit ${page.limit}
    )
    select ${OPERATION_COLUMNS} from it ${nameJoins('data')}
    order by it.received_at desc, it.id desc`.execute(db)
  return rows.map(operationOf)
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
