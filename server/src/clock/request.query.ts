import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { ClockRequest } from '@counterfoil/protocol'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'

export interface RequestFilter {
  readonly id?: Id | undefined
  readonly staff_id?: Id | undefined
  readonly status?: ClockRequest['status'] | undefined
}

/** Requests, newest first: ids are made in the order of time. */
export async function listRequests(
  db: Kysely<Database>,
  merchantId: Id,
  { id, staff_id, status }: RequestFilter,
  page: { readonly before?: Id | undefined; readonly limit: number },
): Promise<ClockRequest[]> {
  const { before, limit } = page
  const rows = await db
    .selectFrom('clock_request as it')
    .innerJoin('staff', (join) =>
      join.onRef('staff.merchant_id', '=', 'it.merchant_id').onRef('staff.id', '=', 'it.staff_id'),
    )
    .innerJoin('store', (join) =>
      join.onRef('store.merchant_id', '=', 'it.merchant_id').onRef('store.id', '=', 'it.store_id'),
    )
    .leftJoin('account', 'account.account_id', 'it.answered_by')
    .selectAll('it')
    .select(['staff.name as staff_name', 'store.name as store_name', 'account.name as answerer'])
    .where('it.merchant_id', '=', merchantId)
    .$if(id !== undefined, (query) => query.where('it.id', '=', id ?? ''))
    .$if(staff_id !== undefined, (query) => query.where('it.staff_id', '=', staff_id ?? ''))
    .$if(status !== undefined, (query) => query.where('it.status', '=', status ?? 'open'))
    .$if(before !== undefined, (query) => query.where('it.id', '<', before ?? ''))
    .orderBy('it.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    staff_id: row.staff_id,
    staff_name: row.staff_name,
    store_id: row.store_id,
    store_name: row.store_name,
    punch: row.action,
    at: formatInstant(row.at),
    note: row.note,
    made_at: formatInstant(row.made_at),
    made_by: row.made_by === null ? 'phone' : 'console',
    status: row.status,
    answered_at: instantOf(row.answered_at),
    answered_by: row.answered_at === null ? null : (row.answerer ?? ''),
    answer_note: row.answer_note,
    amendment_id: row.amendment_id,
  }))
}

/** @throws ProblemError NOT_FOUND */
export async function requireRequest(
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
): Promise<ClockRequest> {
  const [found] = await listRequests(db, merchantId, { id }, { limit: 1 })
  if (found === undefined) throw new ProblemError('NOT_FOUND', 'There is no such request.')
  return found
}

function instantOf(at: EpochMs | null): string | null {
  return at === null ? null : formatInstant(at)
}
