import type { Id } from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { JsonObject } from '../../db/columns'
import type { Database } from '../../db/schema'
import type { Deps } from '../../deps'
import { recordAudit } from '../../ledger/audit'
import type { PhoneCall } from './phone-call'

/** What somebody did at a poster; nobody's account. */
export type PhoneDeed =
  | 'phone.refused'
  | 'phone.locked'
  | 'phone.begin'
  | 'phone.punch'
  | 'phone.request'

/** @param staffId whose number it was, if anybody's: what was typed is never kept */
export function auditPhone(
  trx: Transaction<Database>,
  { newId }: Pick<Deps, 'newId'>,
  { merchant_id, store_id, ip, now }: PhoneCall & { merchant_id: Id; store_id: Id },
  action: PhoneDeed,
  staffId: Id | null,
  detail: JsonObject = {},
): Promise<void> {
  return recordAudit(trx, {
    id: newId(),
    merchant_id,
    at: now,
    account_id: null,
    action,
    subject_id: staffId,
    detail: { store_id, ...detail },
    ip,
  })
}
