import {
  type EpochMs,
  formatInstant,
  type Id,
  type PunchAction,
  type PunchSource,
  type VerdictFlag,
} from '@counterfoil/domain'
import type { Punch } from '@counterfoil/protocol'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../db/schema'

export interface PunchFilter {
  readonly staff_id?: Id | undefined
  readonly store_id?: Id | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export interface PunchPosition {
  readonly at: string
  readonly id: Id
}

interface Row {
  readonly op_id: Id
  readonly staff_id: Id
  readonly staff_name: string
  readonly store_id: Id
  readonly store_name: string
  readonly device_id: Id | null
  readonly device_label: string | null
  readonly action: PunchAction
  readonly occurred_at: EpochMs
  readonly received_at: EpochMs
  readonly source: PunchSource
  readonly status: Punch['status']
  readonly unverified: boolean
  readonly flags: readonly VerdictFlag[] | null
}

/** Punches as they were made and what amendments added, newest first. */
export async function listPunches(
  db: Kysely<Database>,
  merchantId: Id,
  filter: PunchFilter,
  page: { readonly before: PunchPosition | undefined; readonly limit: number },
): Promise<Punch[]> {
  const where = conditions(filter)
  if (page.before !== undefined) {
    where.push(sql`(occurred_at, op_id) < (${page.before.at}, ${page.before.id})`)
  }
  const { rows } = await sql<Row>`
    with page as (
      select * from (
        select merchant_id, op_id, staff_id, store_id, action, occurred_at, source, unverified,
               case when struck then 'struck' when voided then 'undone' else 'counts' end as status
          from punch where merchant_id = ${merchantId}
        union all
        select merchant_id, op_id, staff_id, store_id, substr(kind, 7), occurred_at,
               coalesce(body->>'source', 'tablet'), false, 'held'
          from ledger_entry e
         where merchant_id = ${merchantId} and kind like 'clock.%' and body ? 'period_id'
           and not exists (select from punch p
             where p.merchant_id = e.merchant_id and p.op_id = e.op_id)) as told
       where ${sql.join(where, sql` and `)}
       order by occurred_at desc, op_id desc limit ${page.limit}
    )
    select page.*, staff.name as staff_name, store.name as store_name, it.device_id,
           device.label as device_label, it.flags,
           coalesce(it.received_at, amendment.made_at) as received_at
      from page
      join staff on staff.merchant_id = page.merchant_id and staff.id = page.staff_id
      join store on store.merchant_id = page.merchant_id and store.id = page.store_id
      left join operation it on it.merchant_id = page.merchant_id and it.id = page.op_id
      left join device on device.merchant_id = page.merchant_id and device.id = it.device_id
      left join amendment on amendment.merchant_id = page.merchant_id and amendment.id = page.op_id
     order by page.occurred_at desc, page.op_id desc`.execute(db)
  return rows.map(punchOf)
}

function conditions({ staff_id, store_id, from, to }: PunchFilter): RawBuilder<unknown>[] {
  const found = [sql`true`]
  if (staff_id !== undefined) found.push(sql`staff_id = ${staff_id}::uuid`)
  if (store_id !== undefined) found.push(sql`store_id = ${store_id}::uuid`)
  if (from !== undefined) found.push(sql`occurred_at >= ${from}::timestamptz`)
  if (to !== undefined) found.push(sql`occurred_at < ${to}::timestamptz`)
  return found
}

function punchOf(row: Row): Punch {
  return {
    op_id: row.op_id,
    staff_id: row.staff_id,
    staff_name: row.staff_name,
    store_id: row.store_id,
    store_name: row.store_name,
    device_id: row.device_id,
    device_label: row.device_label,
    punch: row.action,
    at: formatInstant(row.occurred_at),
    received_at: formatInstant(row.received_at),
    source: row.source,
    status: row.status,
    unverified: row.unverified,
    flags: [...(row.flags ?? [])],
  }
}
