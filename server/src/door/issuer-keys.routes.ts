import { formatInstant, type Id } from '@counterfoil/domain'
import { ENDPOINTS, idSchema, type IssuerKey } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { type ChangeBy, change } from '../merchants/change'
import { ProblemError } from '../problem-error'
import { insertIssuerKey, publicJwk } from './issuer-key'

export function mountIssuerKeys(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listIssuerKeys, async ({ deps, query, caller }) => {
    const scope = `issuer-keys/${caller.merchant_id}`
    const before = decodeCursor(deps.crypto, scope, idSchema, query.cursor)
    const keys = await listIssuerKeys(deps.db, caller.merchant_id, before, query.limit + 1)
    const cursorOf = (last: IssuerKey) => encodeCursor(deps.crypto, scope, last.id)
    return pageOf(keys, query.limit, (key) => key, cursorOf)
  })
  mount(router, deps, ENDPOINTS.createIssuerKey, async (call) => ({
    issuer_key: await rotate(call),
  }))
  mount(router, deps, ENDPOINTS.deleteIssuerKey, async (call) => withdraw(call, call.params.id))
}

/** Newest first. The newest that stands signs. */
async function listIssuerKeys(
  db: Kysely<Database>,
  merchantId: Id,
  before: Id | undefined,
  limit: number,
): Promise<IssuerKey[]> {
  const signing = sql<boolean>`id = (select id from issuer_key
    where merchant_id = ${merchantId} and withdrawn_at is null order by id desc limit 1)`
  const rows = await db
    .selectFrom('issuer_key')
    .select(['id', 'public_key', 'withdrawn_at', 'created_at'])
    .select(sql<boolean>`coalesce(${signing}, false)`.as('signing'))
    .where('merchant_id', '=', merchantId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, public_key, withdrawn_at, created_at, signing }) => ({
    id,
    signing,
    public_key: publicJwk(public_key),
    withdrawn_at: withdrawn_at === null ? null : formatInstant(withdrawn_at),
    created_at: formatInstant(created_at),
  }))
}

function rotate(by: ChangeBy): Promise<IssuerKey> {
  const { merchant_id } = by.caller
  return change(by, 'issuer_key.create', ['door'], async (trx) => {
    const { key, feed } = await insertIssuerKey(trx, by.deps, merchant_id, by.now)
    const [answer] = await listIssuerKeys(trx, merchant_id, undefined, 1)
    if (answer === undefined) throw new Error('a key was made')
    return { answer, subject_id: key.id, detail: {}, feed: [feed] }
  })
}

/** @throws ProblemError `NOT_FOUND` */
function withdraw(by: ChangeBy, id: Id): Promise<void> {
  const { merchant_id } = by.caller
  return change(by, 'issuer_key.withdraw', ['door'], async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('issuer_key')
      .set({ withdrawn_at: sql`coalesce(withdrawn_at, ${formatInstant(by.now)}::timestamptz)` })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new ProblemError('NOT_FOUND', 'There is no such key.')
    const feed = [{ entity: 'issuer_key', id, data: null } as const]
    return { answer: undefined, subject_id: id, detail: {}, feed }
  })
}
