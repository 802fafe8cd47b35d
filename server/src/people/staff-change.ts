import { type EpochMs, formatInstant, type Id } from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema'
import type { FeedChange } from '../sync/feed'

interface StaffRow {
  readonly id: Id
  readonly name: string
  readonly personnel_number: string
  readonly active: boolean
  readonly badge_hash: string | null
  readonly salt: string | null
  readonly bits: number | null
  readonly digest: string | null
  readonly length: number | null
  readonly locked_until_received: EpochMs | null
}

/**
 * People as tablets are told of them, as they now are in the database: no bcrypt hash, ever. Call it
 * behind the lane, after the writing.
 */
export async function loadStaffChanges(
  db: Kysely<Database>,
  merchantId: Id,
  staffIds: readonly Id[],
): Promise<FeedChange[]> {
  if (staffIds.length === 0) return []
  const rows = await db
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
    .select(['staff.badge_hash', 'pin.salt', 'pin.bits', 'pin.digest', 'pin.length'])
    .select('lock.locked_until_received')
    .where('staff.merchant_id', '=', merchantId)
    .where('staff.id', 'in', staffIds)
    .execute()
  return rows.map(changeOf)
}

function changeOf(row: StaffRow): FeedChange {
  const { id, name, personnel_number, active, badge_hash, salt, bits, digest } = row
  const verifier = salt === null || bits === null || digest === null ? null : { salt, bits, digest }
  const until = row.locked_until_received
  const locked_until = until === null ? null : formatInstant(until)
  const pin_length = row.length
  const facts = { name, personnel_number, active, badge_hash, verifier, pin_length, locked_until }
  return { entity: 'staff', id, data: { id, ...facts } }
}
