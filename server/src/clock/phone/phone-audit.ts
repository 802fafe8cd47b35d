import type { Id, PhoneDeed } from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { JsonObject } from '../../db/columns'
import type { Database } from '../../db/schema'
import type { Deps } from '../../deps'
import { recordAudit } from '../../ledger/audit'
import type { PhoneCall } from './phone-call'

/** @param person whose number it was, if anybody's: what was typed is never kept */
export function auditPhone(
  trx: Transaction<Database>,
  { newId }: Pick<Deps, 'newId'>,
  { merchant_id, store_id, ip, now }: PhoneCall & { merchant_id: Id; store_id: Id },
  action: PhoneDeed,
  person: { readonly id: Id; readonly name: string } | undefined,
  detail: JsonObject = {},
): Promise<void> {
  return recordAudit(trx, {
    id: newId(),
    merchant_id,
    at: now,
    account_id: null,
    action,
    subject_id: person?.id ?? null,
    detail: { store_id, ...(person && { name: person.name }), ...detail },
    ip,
  })
}
