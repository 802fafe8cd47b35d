import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Period } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'

export interface PeriodFilter {
  readonly id?: Id | undefined
  readonly store_id?: Id | undefined
}

export interface PeriodPosition {
  readonly to_day: string
  readonly id: Id
}

/** Periods that were closed, latest days first. */
export async function listPeriods(
  db: Kysely<Database>,
  merchantId: Id,
  { id, store_id }: PeriodFilter,
  page: { readonly before?: PeriodPosition | undefined; readonly limit: number },
): Promise<Period[]> {
  const { before, limit } = page
  const rows = await db
    .selectFrom('clock_period as it')
    .innerJoin('store', (join) =>
      join.onRef('store.merchant_id', '=', 'it.merchant_id').onRef('store.id', '=', 'it.store_id'),
    )
    .leftJoin('account as closer', 'closer.account_id', 'it.closed_by')
    .leftJoin('account as opener', 'opener.account_id', 'it.reopened_by')
    .selectAll('it')
    .select([
      'store.name as store_name',
      'closer.name as closer_name',
      'opener.name as opener_name',
    ])
    .where('it.merchant_id', '=', merchantId)
    .$if(id !== undefined, (query) => query.where('it.id', '=', id ?? ''))
    .$if(store_id !== undefined, (query) => query.where('it.store_id', '=', store_id ?? ''))
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(it.to_day, it.id) < (${before?.to_day}, ${before?.id}::uuid)`),
    )
    .orderBy('it.to_day', 'desc')
    .orderBy('it.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    store_id: row.store_id,
    store_name: row.store_name,
    from_day: row.from_day,
    to_day: row.to_day,
    from: formatInstant(row.from),
    until: formatInstant(row.until),
    status: row.reopened_at === null ? 'closed' : 'reopened',
    closed_at: formatInstant(row.closed_at),
    closed_by: row.closer_name ?? '',
    note: row.note,
    without: [...row.without],
    reopened_at: instantOf(row.reopened_at),
    reopened_by: row.reopened_at === null ? null : (row.opener_name ?? ''),
    reopen_reason: row.reopen_reason,
  }))
}

/** @throws ProblemError NOT_FOUND */
export async function requirePeriod(db: Kysely<Database>, merchantId: Id, id: Id): Promise<Period> {
  const [found] = await listPeriods(db, merchantId, { id }, { limit: 1 })
  if (found === undefined) throw new ProblemError('NOT_FOUND', 'There is no such period.')
  return found
}

function instantOf(at: EpochMs | null): string | null {
  return at === null ? null : formatInstant(at)
}
