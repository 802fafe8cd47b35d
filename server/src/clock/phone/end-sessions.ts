import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import { moment } from '../../db/moment'
import type { Database } from '../../db/schema'

/** Whose sessions: one person's, or all that began at a store. */
type Of = { readonly staff_id: Id } | { readonly store_id: Id }

/**
 * Ends sessions that have not run out yet. They stay known until they are swept, so that it is noted
 * when somebody still tries one.
 */
export async function endSessions(
  trx: Transaction<Database>,
  merchantId: Id,
  of: Of,
  now: EpochMs,
): Promise<void> {
  await trx
    .updateTable('phone_session')
    .set({ expires_at: formatInstant(now) })
    .where('merchant_id', '=', merchantId)
    .where((eb) => eb.and(of))
    .where('expires_at', '>', moment(now))
    .execute()
}
