import type { Id } from '@counterfoil/domain'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema'

/**
 * Marks the PINs of everybody who ever signed on at a tablet: whoever has it may have watched them
 * typed, and holds the few bits by which it caught slips. PINs go on working until they are changed:
 * a shop must be able to open.
 * @returns how many people need a new PIN by this
 */
export async function markPinsForChange(
  trx: Transaction<Database>,
  merchantId: Id,
  deviceId: Id,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update staff set pin_change_due = true
     where merchant_id = ${merchantId} and not pin_change_due
       and id in (select staff_id from sign_on
                   where merchant_id = ${merchantId} and device_id = ${deviceId})
       and exists (select from staff_pin pin where pin.merchant_id = staff.merchant_id
                    and pin.staff_id = staff.id and pin.replaced_at is null)`.execute(trx)
  return Number(numAffectedRows)
}
