import { type EpochMs, formatInstant } from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { recordAudit } from '../ledger/audit'
import { listMemberships } from './accounts.query'

export interface SignInEvent {
  readonly ip: string
  readonly now: EpochMs
  readonly method: 'cookie' | 'token'
}

/**
 * Writes a sign-in, a refused one or a sign-out into the platform's record and into that of every
 * merchant the account belongs to. What an unknown person typed is not kept.
 */
export async function recordSignIn(
  trx: Transaction<Database>,
  newId: () => string,
  accountId: string | undefined,
  action: 'session.start' | 'session.refused' | 'session.end',
  { ip, now, method }: SignInEvent,
): Promise<void> {
  const detail = { method }
  const account_id = accountId ?? null
  await trx
    .insertInto('platform_audit')
    .values({
      id: newId(),
      at: formatInstant(now),
      account_id,
      action,
      detail: JSON.stringify(detail),
      ip,
    })
    .execute()
  const memberships = accountId === undefined ? [] : await listMemberships(trx, accountId)
  for (const { merchant_id } of memberships) {
    const record = { id: newId(), merchant_id, at: now, account_id, action, detail, ip }
    await recordAudit(trx, { ...record, subject_id: account_id })
  }
}
