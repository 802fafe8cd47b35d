import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { BodyOf, ENDPOINTS, Show } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change } from '../merchants/change'
import { ProblemError } from '../problem-error'

/** Newest first. */
export async function listShows(
  db: Kysely<Database>,
  merchantId: Id,
  page: { readonly before: Id | undefined; readonly limit: number },
): Promise<Show[]> {
  const { before, limit } = page
  const rows = await select(db, merchantId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(showOf)
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireShow(db: Kysely<Database>, merchantId: Id, id: Id): Promise<Show> {
  const row = await select(db, merchantId).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new ProblemError('NOT_FOUND', 'There is no such show.')
  return showOf(row)
}

function showOf(row: Omit<Show, 'created_at'> & { readonly created_at: EpochMs }): Show {
  return { ...row, created_at: formatInstant(row.created_at) }
}

function select(db: Kysely<Database>, merchantId: Id) {
  return db
    .selectFrom('show')
    .select(['id', 'title', 'description', 'active', 'created_at'])
    .select(
      sql<number>`(select count(*) from performance
        where performance.merchant_id = show.merchant_id and show_id = show.id)`.as('performances'),
    )
    .where('merchant_id', '=', merchantId)
}

export function createShow(by: ChangeBy, body: Pick<Show, 'title' | 'description'>): Promise<Show> {
  const { merchant_id } = by.caller
  const id = by.deps.newId()
  return change(by, 'show.create', ['door'], async (trx) => {
    const created_at = formatInstant(by.now)
    await trx
      .insertInto('show')
      .values({ ...body, id, merchant_id, created_at })
      .execute()
    const answer = await requireShow(trx, merchant_id, id)
    return { answer, subject_id: id, detail: { title: body.title }, feed: [] }
  })
}

/** @throws ProblemError `NOT_FOUND` */
export function updateShow(
  by: ChangeBy,
  id: Id,
  patch: BodyOf<typeof ENDPOINTS.updateShow>,
): Promise<Show> {
  const { merchant_id } = by.caller
  return change(by, 'show.update', ['door'], async (trx) => {
    const before = await requireShow(trx, merchant_id, id)
    const { title = before.title, description = before.description } = patch
    const after = { title, description, active: patch.active ?? before.active }
    await trx
      .updateTable('show')
      .set(after)
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .execute()
    const detail = { title, active: after.active }
    return { answer: { ...before, ...after }, subject_id: id, detail, feed: [] }
  })
}
