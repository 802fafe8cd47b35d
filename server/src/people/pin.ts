import { type EpochMs, formatInstant, type Id, type WeakPin, weakPin } from '@counterfoil/domain'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../db/schema'
import type { Deps } from '../deps'
import { PIN_COST, sealPinHash } from '../pins/pin-hash'
import { ProblemError } from '../problem-error'
import { makeVerifier, type Verifier } from './pin-verifier'

/** What is stored of a PIN: neither the PIN nor anything that a copied database yields it from. */
export interface PreparedPin extends Verifier {
  readonly length: number
  readonly hash_sealed: Buffer
}

const WEAKNESS: Readonly<Record<WeakPin, string>> = {
  LENGTH: 'must have 4 to 8 digits',
  REPEATED: 'repeats one digit',
  RUN: 'counts up or down',
  YEAR: 'is a year of these days',
  PERSONNEL_NUMBER: 'is the personnel number',
  COMMON: 'is one of the first that people guess',
}

/** @throws ProblemError `VALIDATION` at `/pin`, with the weakness as `reason` */
export function requireStrongPin(pin: string, personnelNumber: string, now: EpochMs): void {
  const weakness = weakPin(pin, personnelNumber, new Date(now).getUTCFullYear())
  if (weakness === undefined) return
  throw new ProblemError('VALIDATION', `This PIN is too easy to guess: it ${WEAKNESS[weakness]}.`, {
    errors: [{ pointer: '/pin', message: WEAKNESS[weakness], code: 'WEAK_PIN' }],
    reason: weakness,
  })
}

/** Hashes and seals a PIN; slow on purpose, so done before any lock is taken. */
export async function preparePin(
  deps: Pick<Deps, 'crypto' | 'hashing'>,
  pin: string,
): Promise<PreparedPin> {
  const hash = await deps.hashing.hash(pin, PIN_COST)
  const hash_sealed = sealPinHash(deps.crypto, hash)
  return { ...makeVerifier(pin), length: pin.length, hash_sealed }
}

/**
 * Makes a prepared PIN the person's present one. The one before stays, with the time until which
 * sign-ons under it count.
 */
export async function replacePin(
  trx: Transaction<Database>,
  merchantId: Id,
  staffId: Id,
  pin: PreparedPin,
  now: EpochMs,
): Promise<void> {
  const at = formatInstant(now)
  await trx
    .updateTable('staff_pin')
    .set({ replaced_at: at })
    .where('merchant_id', '=', merchantId)
    .where('staff_id', '=', staffId)
    .where('replaced_at', 'is', null)
    .execute()
  const key = { merchant_id: merchantId, staff_id: staffId }
  const version = sql<number>`(select coalesce(max(version), 0) + 1 from staff_pin
    where merchant_id = ${merchantId} and staff_id = ${staffId})`
  await trx
    .insertInto('staff_pin')
    .values({ ...key, version, set_at: at, ...pin })
    .execute()
  await trx
    .updateTable('staff')
    .set({ pin_change_due: false })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', staffId)
    .execute()
}
