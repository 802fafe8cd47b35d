import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Staff } from '@counterfoil/protocol'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema'
import { type ChangeBy, change, type Changed } from '../merchants/change'
import { ProblemError } from '../problem-error'
import { hashToken, makeToken } from '../qr/token'
import { preparePin, type PreparedPin, replacePin, requireStrongPin } from './pin'
import { requireStaff } from './staff.query'
import { loadStaffChanges } from './staff-change'

export interface NewStaff {
  readonly name: string
  readonly personnel_number: string
  readonly pin?: string | undefined
}

/** @throws ProblemError `VALIDATION` for a weak PIN, `CONFLICT` for a personnel number in use */
export async function createStaff(by: ChangeBy, body: NewStaff): Promise<Staff> {
  const { deps, caller, now } = by
  const { name, personnel_number, pin } = body
  if (pin !== undefined) requireStrongPin(pin, personnel_number, now)
  const prepared = pin === undefined ? undefined : await preparePin(deps, pin)
  const id = deps.newId()
  return change(by, 'staff.create', ['staff'], async (trx) => {
    const person = { id, name, personnel_number, badge_hash: null }
    await insertStaff(trx, caller.merchant_id, { ...person, pin: prepared }, now)
    return changed(trx, by, id, { name, personnel_number, pin_set: pin !== undefined })
  })
}

/** Part of a change that holds the lane. @throws ProblemError `CONFLICT` */
export async function insertStaff(
  trx: Transaction<Database>,
  merchantId: Id,
  person: Omit<NewStaff, 'pin'> & {
    readonly id: Id
    readonly badge_hash: string | null
    readonly pin: PreparedPin | undefined
  },
  now: EpochMs,
): Promise<void> {
  const { pin, ...row } = person
  await requireFreeNumber(trx, merchantId, person.id, person.personnel_number)
  await trx
    .insertInto('staff')
    .values({ ...row, merchant_id: merchantId, created_at: formatInstant(now) })
    .execute()
  if (pin !== undefined) await replacePin(trx, merchantId, person.id, pin, now)
}

export interface StaffPatch {
  readonly name?: string | undefined
  readonly personnel_number?: string | undefined
  readonly active?: boolean | undefined
}

export function updateStaff(by: ChangeBy, id: Id, patch: StaffPatch): Promise<Staff> {
  const { merchant_id } = by.caller
  return change(by, 'staff.update', ['staff'], async (trx) => {
    const before = await requireStaff(trx, merchant_id, id, by.now)
    const { name = before.name, active = before.active } = patch
    const { personnel_number = before.personnel_number } = patch
    await requireFreeNumber(trx, merchant_id, id, personnel_number)
    const after = { name, personnel_number, active }
    await setColumns(trx, merchant_id, id, after)
    return changed(trx, by, id, after)
  })
}

/** @throws ProblemError `VALIDATION` for a weak PIN */
export async function setPin(by: ChangeBy, id: Id, pin: string): Promise<Staff> {
  const { deps, caller, now } = by
  const person = await requireStaff(deps.db, caller.merchant_id, id, now)
  requireStrongPin(pin, person.personnel_number, now)
  const prepared = await preparePin(deps, pin)
  return change(by, 'staff.pin', ['staff'], async (trx) => {
    await replacePin(trx, caller.merchant_id, id, prepared, now)
    return changed(trx, by, id, { name: person.name })
  })
}

/** Lifts the person's own lock and those with single devices; all counts start anew. */
export function unlockStaff(by: ChangeBy, id: Id): Promise<Staff> {
  const { merchant_id } = by.caller
  return change(by, 'staff.unlock', ['staff'], async (trx) => {
    const { name } = await requireStaff(trx, merchant_id, id, by.now)
    for (const table of ['pin_counter', 'person_pins'] as const) {
      await trx
        .deleteFrom(table)
        .where('merchant_id', '=', merchant_id)
        .where('staff_id', '=', id)
        .execute()
    }
    return changed(trx, by, id, { name })
  })
}

/** The token is in this answer only; the badge before dies. */
export async function issueBadge(
  by: ChangeBy,
  id: Id,
): Promise<{ readonly staff: Staff; readonly token: string }> {
  const { merchant_id } = by.caller
  const token = makeToken()
  const staff = await change(by, 'staff.badge', ['staff'], async (trx) => {
    const { name } = await requireStaff(trx, merchant_id, id, by.now)
    await setColumns(trx, merchant_id, id, { badge_hash: hashToken(token) })
    return changed(trx, by, id, { name })
  })
  return { staff, token }
}

async function changed(
  trx: Transaction<Database>,
  { caller, now }: ChangeBy,
  id: Id,
  detail: Changed<Staff>['detail'],
): Promise<Changed<Staff>> {
  const answer = await requireStaff(trx, caller.merchant_id, id, now)
  const feed = await loadStaffChanges(trx, caller.merchant_id, [id])
  return { answer, subject_id: id, detail, feed }
}

interface StaffColumns extends StaffPatch {
  readonly badge_hash?: string
}

async function setColumns(
  trx: Transaction<Database>,
  merchantId: Id,
  id: Id,
  { name, personnel_number, active, badge_hash }: StaffColumns,
): Promise<void> {
  await trx
    .updateTable('staff')
    .set({ name, personnel_number, active, badge_hash })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .execute()
}

/** The lane is held, so nobody can take the number between this and the writing. */
async function requireFreeNumber(
  trx: Transaction<Database>,
  merchantId: Id,
  id: Id,
  personnelNumber: string,
): Promise<void> {
  const other = await trx
    .selectFrom('staff')
    .select('name')
    .where('merchant_id', '=', merchantId)
    .where('personnel_number', '=', personnelNumber)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (other === undefined) return
  throw new ProblemError('CONFLICT', `${other.name} has this personnel number.`, {
    errors: [{ pointer: '/personnel_number', message: 'is in use', code: 'IN_USE' }],
  })
}
