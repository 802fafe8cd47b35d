import { formatInstant, type Id, struckIds } from '@counterfoil/domain'
import type { WireAmendment } from '@counterfoil/protocol'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'
import { loadAmendments } from './person-record'

export interface AmendmentFilter {
  readonly id?: Id | undefined
  readonly staff_id?: Id | undefined
}

/** Corrections, newest first: ids are made in the order of time. */
export async function listAmendments(
  db: Kysely<Database>,
  merchantId: Id,
  { id, staff_id }: AmendmentFilter,
  page: { readonly before?: Id | undefined; readonly limit: number },
): Promise<WireAmendment[]> {
  const { before, limit } = page
  const rows = await db
    .selectFrom('amendment')
    .innerJoin('staff', (join) =>
      join
        .onRef('staff.merchant_id', '=', 'amendment.merchant_id')
        .onRef('staff.id', '=', 'amendment.staff_id'),
    )
    .leftJoin('account', 'account.account_id', 'amendment.account_id')
    .selectAll('amendment')
    .select(['staff.name as staff_name', 'account.name as author_name'])
    .where('amendment.merchant_id', '=', merchantId)
    .$if(id !== undefined, (query) => query.where('amendment.id', '=', id ?? ''))
    .$if(staff_id !== undefined, (query) => query.where('amendment.staff_id', '=', staff_id ?? ''))
    .$if(before !== undefined, (query) => query.where('amendment.id', '<', before ?? ''))
    .orderBy('amendment.id', 'desc')
    .limit(limit)
    .execute()
  const struck = await struckOf(db, merchantId, [...new Set(rows.map((row) => row.staff_id))])
  return rows.map((row) => {
    const { action, at, store_id } = row
    return {
      id: row.id,
      n: row.n,
      staff_id: row.staff_id,
      staff_name: row.staff_name,
      strikes: row.strikes,
      adds:
        action === null || at === null || store_id === null
          ? null
          : { punch: action, at: formatInstant(at), store_id },
      reason: row.reason,
      author_id: row.account_id,
      author_name: row.author_name ?? '',
      made_at: formatInstant(row.made_at),
      request_id: row.request_id,
      stands: !struck.has(row.id),
    }
  })
}

async function struckOf(
  db: Kysely<Database>,
  merchantId: Id,
  people: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const struck = new Set<Id>()
  for (const person of people) {
    for (const id of struckIds(await loadAmendments(db, merchantId, person))) struck.add(id)
  }
  return struck
}

/** @throws ProblemError NOT_FOUND */
export async function requireAmendment(
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
): Promise<WireAmendment> {
  const [found] = await listAmendments(db, merchantId, { id }, { limit: 1 })
  if (found === undefined) throw new ProblemError('NOT_FOUND', 'There is no such amendment.')
  return found
}
