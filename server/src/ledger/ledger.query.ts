import type { Id } from '@counterfoil/domain'
import { type LedgerEntry, ledgerEntrySchema, type ledgerQuerySchema } from '@counterfoil/protocol'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { JsonObject } from '../db/columns'
import type { Database } from '../db/schema'
import { NAME_COLUMNS, nameJoins, type NameRow, namesOf } from './names'

export type LedgerFilter = Omit<z.output<typeof ledgerQuerySchema>, 'limit' | 'cursor'>

type LedgerRow = NameRow & { body: JsonObject; prev_hash: string; hash: string }

/** Entries below `before` (exclusive) that match, newest first. */
export async function listLedger(
  db: Kysely<Database>,
  merchantId: Id,
  filter: LedgerFilter,
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<LedgerEntry[]> {
  const where = [sql`merchant_id = ${merchantId}`, ...conditions(filter)]
  if (page.before !== undefined) where.push(sql`n < ${page.before}`)
  const { rows } = await sql<LedgerRow>`
    with page as (
      select * from ledger_entry where ${sql.join(where, sql` and `)}
      order by n desc limit ${page.limit}
    ), it as (
      select page.*, (page.body->>'user_id')::uuid as user_id,
             (page.body->>'ticket_id')::uuid as ticket_id
        from page
    )
    select it.body, it.prev_hash, it.hash, ${NAME_COLUMNS}
    from it ${nameJoins('body')}
    order by it.n desc`.execute(db)
  return rows.map(entryOf)
}

export async function findLedgerEntry(
  db: Kysely<Database>,
  merchantId: Id,
  n: number,
): Promise<LedgerEntry | undefined> {
  const { rows } = await sql<LedgerRow>`
    with it as (
      select *, (body->>'user_id')::uuid as user_id, (body->>'ticket_id')::uuid as ticket_id
        from ledger_entry
      where merchant_id = ${merchantId} and n = ${n}
    )
    select it.body, it.prev_hash, it.hash, ${NAME_COLUMNS} from it ${nameJoins('body')}`.execute(db)
  return rows[0] === undefined ? undefined : entryOf(rows[0])
}

function conditions(filter: LedgerFilter): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = []
  const { card_id, staff_id, performance_id, device_id, kind, status, from, to } = filter
  const equal = { card_id, staff_id, performance_id, device_id, kind, status }
  for (const [column, value] of Object.entries(equal)) {
    if (value !== undefined) found.push(sql`${sql.ref(column)} = ${value}`)
  }
  // Few entries are of one ticket's performance; that column leads to them.
  if (filter.ticket_id !== undefined) found.push(sql`body->>'ticket_id' = ${filter.ticket_id}`)
  if (from !== undefined) found.push(sql`occurred_at >= ${from}`)
  if (to !== undefined) found.push(sql`occurred_at < ${to}`)
  return found
}

function entryOf(row: LedgerRow): LedgerEntry {
  const { prev_hash, hash } = row
  return ledgerEntrySchema.parse({ ...row.body, prev_hash, hash, names: namesOf(row) })
}
