import { createHmac } from 'node:crypto'
import {
  deviceLock,
  type EpochMs,
  formatInstant,
  type Id,
  type MerchantSettings,
  plus,
} from '@counterfoil/domain'
import type { Transaction } from 'kysely'
import type { Crypto } from '../../crypto/crypto'
import type { Database } from '../../db/schema'

/** A personnel number at the poster of a store. */
export interface NumberAtPoster {
  readonly merchant_id: Id
  readonly store_id: Id
  readonly number_hash: string
}

/** What is kept of a typed number: somebody may have typed the PIN there. */
export function hashNumber(crypto: Crypto, merchantId: Id, number: string): string {
  return createHmac('sha256', crypto.macKey('phone-number'))
    .update(`${merchantId}/${number.toLowerCase()}`)
    .digest('base64url')
}

/**
 * counts a try before it is looked at, so that of many at once none slips through. The fifth
 * in a row locks the number at this poster, whether or not it is anybody's; a right one clears it.
 * @returns until when it is locked already: then nothing is counted and no PIN is looked at
 */
export async function countTry(
  trx: Transaction<Database>,
  at: NumberAtPoster,
  settings: MerchantSettings,
  now: EpochMs,
): Promise<EpochMs | undefined> {
  const before = await trx
    .selectFrom('phone_attempt')
    .select(['wrong', 'locked_until'])
    .where('merchant_id', '=', at.merchant_id)
    .where('store_id', '=', at.store_id)
    .where('number_hash', '=', at.number_hash)
    .executeTakeFirst()
  const lock = before?.locked_until ?? null
  if (lock !== null && lock > now) return lock
  const wrong = (lock === null ? (before?.wrong ?? 0) : 0) + 1
  const locks = wrong >= settings.device_pin_attempts
  const locked_until = locks ? formatInstant(plus(now, deviceLock(settings))) : null
  const count = { wrong, locked_until, tried_at: formatInstant(now) }
  await trx
    .insertInto('phone_attempt')
    .values({ ...at, ...count })
    .onConflict((on) => on.columns(['merchant_id', 'store_id', 'number_hash']).doUpdateSet(count))
    .execute()
  return undefined
}

/** After a right PIN. */
export async function clearTries(trx: Transaction<Database>, at: NumberAtPoster): Promise<void> {
  await trx
    .deleteFrom('phone_attempt')
    .where('merchant_id', '=', at.merchant_id)
    .where('store_id', '=', at.store_id)
    .where('number_hash', '=', at.number_hash)
    .execute()
}
