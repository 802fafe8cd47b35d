import {
  countWrongPin,
  type EpochMs,
  formatInstant,
  type Id,
  lockedUntil,
  type MerchantSettings,
  NO_FAILURES,
  NO_WRONG_PINS,
  type PersonPins,
} from '@counterfoil/domain'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../../db/schema'
import type { Deps } from '../../deps'
import { loadStaffChanges } from '../../people/staff-change'
import { PIN_COST } from '../../pins/pin-hash'
import type { StoredPin } from '../../pins/pin-checker'
import { publish } from '../../sync/feed'

/** Whose number was typed. */
export interface PhonePerson {
  readonly id: Id
  readonly name: string
  readonly pins: readonly StoredPin[]
}

/** Somebody at work with that number and a PIN. */
export async function findPerson(
  db: Kysely<Database>,
  merchantId: Id,
  number: string,
): Promise<PhonePerson | undefined> {
  const row = await db
    .selectFrom('staff')
    .innerJoin('staff_pin as pin', (join) =>
      join
        .onRef('pin.merchant_id', '=', 'staff.merchant_id')
        .onRef('pin.staff_id', '=', 'staff.id')
        .on('pin.replaced_at', 'is', null),
    )
    .select(['staff.id', 'staff.name', 'pin.version', 'pin.hash_sealed'])
    .where('staff.merchant_id', '=', merchantId)
    .where('staff.active', '=', true)
    .where(sql<boolean>`lower(staff.personnel_number) = ${number.toLowerCase()}`)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, name, version, hash_sealed } = row
  return { id, name, pins: [{ version, replaced_at: null, hash_sealed }] }
}

/** Whether R-012 keeps the person out everywhere. */
export async function isLocked(
  db: Kysely<Database>,
  merchantId: Id,
  staffId: Id,
  now: EpochMs,
): Promise<boolean> {
  const person = await readPins(db, merchantId, staffId)
  return lockedUntil(NO_WRONG_PINS, person, now, now) !== undefined
}

/** A wrong PIN on a phone counts towards the person's own lock, as on any tablet. */
export async function countOnPerson(
  trx: Transaction<Database>,
  merchantId: Id,
  staffId: Id,
  settings: MerchantSettings,
  now: EpochMs,
): Promise<void> {
  const before = await readPins(trx, merchantId, staffId)
  const failure = { occurred_at: now, received_at: now }
  const { person } = countWrongPin(settings, { counter: NO_WRONG_PINS, person: before }, failure)
  const row = {
    failures: JSON.stringify(person.failures),
    locked_until_occurred: instant(person.locked_until?.occurred),
    locked_until_received: instant(person.locked_until?.received),
  }
  await trx
    .insertInto('person_pins')
    .values({ merchant_id: merchantId, staff_id: staffId, ...row })
    .onConflict((on) => on.columns(['merchant_id', 'staff_id']).doUpdateSet(row))
    .execute()
  if (person.locked_until === null) return
  await publish(trx, merchantId, await loadStaffChanges(trx, merchantId, [staffId]))
}

function instant(at: EpochMs | undefined): string | null {
  return at === undefined ? null : formatInstant(at)
}

async function readPins(db: Kysely<Database>, merchantId: Id, staffId: Id): Promise<PersonPins> {
  const row = await db
    .selectFrom('person_pins')
    .select(['failures', 'locked_until_occurred', 'locked_until_received'])
    .where('merchant_id', '=', merchantId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  if (row === undefined) return NO_FAILURES
  const { failures, locked_until_occurred: occurred, locked_until_received: received } = row
  const locked = occurred !== null && received !== null
  return { failures, locked_until: locked ? { occurred, received } : null }
}

/** Of nobody: an unknown number costs the same work as a wrong PIN. */
let nobody: Promise<string> | undefined

/** Compares once, whoever it is; `undefined` for nobody or somebody locked: false. */
export async function pinIsRight(
  { pins, hashing }: Pick<Deps, 'pins' | 'hashing'>,
  merchantId: Id,
  person: PhonePerson | undefined,
  pin: string,
): Promise<boolean> {
  if (person !== undefined) {
    return (await pins.check(merchantId, person.id, pin, person.pins)).length > 0
  }
  nobody ??= hashing.hash('nobody', PIN_COST)
  await hashing.compare(pin, await nobody)
  return false
}
