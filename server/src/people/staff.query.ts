import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Staff } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'

/** Where a page of people ended: they are listed by name. */
export interface StaffPosition {
  readonly name: string
  readonly id: Id
}

export async function listStaff(
  db: Kysely<Database>,
  merchantId: Id,
  page: { readonly after: StaffPosition | undefined; readonly limit: number },
  now: EpochMs,
): Promise<Staff[]> {
  const { after, limit } = page
  const rows = await select(db, merchantId)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(staff.name, staff.id) > (${after?.name}, ${after?.id}::uuid)`),
    )
    .orderBy('staff.name')
    .orderBy('staff.id')
    .limit(limit)
    .execute()
  return present(db, merchantId, rows, now)
}

/** @throws ProblemError `NOT_FOUND` */
export async function requireStaff(
  db: Kysely<Database>,
  merchantId: Id,
  id: Id,
  now: EpochMs,
): Promise<Staff> {
  const rows = await select(db, merchantId).where('staff.id', '=', id).execute()
  const [person] = await present(db, merchantId, rows, now)
  if (person === undefined) throw new ProblemError('NOT_FOUND', 'There is no such person.')
  return person
}

function select(db: Kysely<Database>, merchantId: Id) {
  return db
    .selectFrom('staff')
    .leftJoin('staff_pin as pin', (join) =>
      join
        .onRef('pin.merchant_id', '=', 'staff.merchant_id')
        .onRef('pin.staff_id', '=', 'staff.id')
        .on('pin.replaced_at', 'is', null),
    )
    .leftJoin('person_pins as lock', (join) =>
      join
        .onRef('lock.merchant_id', '=', 'staff.merchant_id')
        .onRef('lock.staff_id', '=', 'staff.id'),
    )
    .select(['staff.id', 'staff.name', 'staff.personnel_number', 'staff.active'])
    .select(['staff.badge_hash', 'staff.pin_change_due', 'staff.created_at'])
    .select(['pin.set_at', 'lock.locked_until_received'])
    .where('staff.merchant_id', '=', merchantId)
}

interface StaffRow extends Pick<Staff, 'id' | 'name' | 'personnel_number' | 'active'> {
  readonly badge_hash: string | null
  readonly pin_change_due: boolean
  readonly created_at: EpochMs
  readonly set_at: EpochMs | null
  readonly locked_until_received: EpochMs | null
}

async function present(
  db: Kysely<Database>,
  merchantId: Id,
  rows: readonly StaffRow[],
  now: EpochMs,
): Promise<Staff[]> {
  const ids = rows.map(({ id }) => id)
  const locks = await loadDeviceLocks(db, merchantId, ids, now)
  return rows.map((row) => {
    const { id, name, personnel_number, active, pin_change_due } = row
    const until = row.locked_until_received
    return {
      id,
      name,
      personnel_number,
      active,
      pin_set: row.set_at !== null,
      pin_set_at: row.set_at === null ? null : formatInstant(row.set_at),
      pin_change_due,
      badge_set: row.badge_hash !== null,
      locked_until: until === null || until <= now ? null : formatInstant(until),
      device_locks: locks.get(id) ?? [],
      created_at: formatInstant(row.created_at),
    }
  })
}

/** A user's own phone counts as a device; it shows under the user's name. */
async function loadDeviceLocks(
  db: Kysely<Database>,
  merchantId: Id,
  staffIds: readonly Id[],
  now: EpochMs,
): Promise<Map<Id, Staff['device_locks']>> {
  const byStaff = new Map<Id, Staff['device_locks']>()
  if (staffIds.length === 0) return byStaff
  const rows = await db
    .selectFrom('pin_counter as counter')
    .leftJoin('device', (join) =>
      join
        .onRef('device.merchant_id', '=', 'counter.merchant_id')
        .onRef('device.id', '=', 'counter.device_id'),
    )
    .leftJoin('account', 'account.account_id', 'counter.device_id')
    .select(['counter.staff_id', 'counter.device_id', 'counter.locked_until'])
    .select(sql<string>`coalesce(device.label, account.name, '')`.as('device_label'))
    .where('counter.merchant_id', '=', merchantId)
    .where('counter.staff_id', 'in', staffIds)
    .where('counter.locked_until', '>', moment(now))
    .orderBy('counter.locked_until')
    .execute()
  for (const { staff_id, device_id, device_label, locked_until } of rows) {
    if (locked_until === null) continue
    const lock = { device_id, device_label, locked_until: formatInstant(locked_until) }
    byStaff.set(staff_id, [...(byStaff.get(staff_id) ?? []), lock])
  }
  return byStaff
}
