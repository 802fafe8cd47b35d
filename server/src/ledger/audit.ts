import { type AuditAction, type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { JsonObject } from '../db/columns'
import type { Database } from '../db/schema'

/** One change that a person made in the console, or for the merchant by the platform. */
export interface AuditRecord {
  readonly id: Id
  readonly merchant_id: Id
  readonly at: EpochMs
  readonly account_id: Id | null
  readonly action: AuditAction
  readonly subject_id: Id | null
  /** Never a secret: no PIN, token or password. */
  readonly detail: JsonObject
  readonly ip: string | null
}

/** Part of the change's own transaction: no change without its record, no record without a change. */
export async function recordAudit(trx: Transaction<Database>, record: AuditRecord): Promise<void> {
  await trx
    .insertInto('audit')
    .values({ ...record, at: formatInstant(record.at), detail: JSON.stringify(record.detail) })
    .execute()
}
