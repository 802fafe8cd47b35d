import type { AuditAction, EpochMs, Id } from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { JsonObject } from '../db/columns'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { recordAudit } from '../ledger/audit'
import { type FeedChange, publish } from '../sync/feed'
import { enterLane } from '../sync/lane'
import type { Topic } from '../sync/topics'

/** Who changes what is the merchant's, from where and when; every call of a merchant route is one. */
export interface ChangeBy {
  readonly deps: Deps
  readonly caller: { readonly merchant_id: Id; readonly account_id: Id | null }
  readonly ip: string | null
  readonly now: EpochMs
}

/** What a change did, for the record and for the tablets. */
export interface Changed<T> {
  readonly answer: T
  readonly subject_id: Id | null
  /** For the audit; never a secret. */
  readonly detail: JsonObject
  readonly feed: readonly FeedChange[]
}

/**
 * One change by a person: in one transaction under the merchant's lane, with its audit record and
 * its feed rows; live streams hear of it after the commit.
 *
 * @param topics what consoles should load again, beside the audit
 */
export async function change<T>(
  { deps, caller, ip, now }: ChangeBy,
  action: AuditAction,
  topics: readonly Topic[],
  work: (trx: Transaction<Database>) => Promise<Changed<T>>,
): Promise<T> {
  const { merchant_id, account_id } = caller
  const done = await deps.db.transaction().execute(async (trx) => {
    await enterLane(trx, merchant_id)
    const changed = await work(trx)
    await publish(trx, merchant_id, changed.feed)
    const { subject_id, detail } = changed
    const id = deps.newId()
    const record = { id, merchant_id, at: now, account_id, action, subject_id, detail, ip }
    await recordAudit(trx, record)
    return changed
  })
  const feed: Topic[] = done.feed.length > 0 ? ['feed'] : []
  deps.bus.notify(merchant_id, [...feed, ...topics, 'audit'])
  return done.answer
}
