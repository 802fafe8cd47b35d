import {
  type EpochMs,
  formatInstant,
  HOUR,
  type Id,
  LONG_SHIFT,
  plus,
  type PunchSource,
} from '@counterfoil/domain'
import type { Presence } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import { moment } from '../db/moment'
import type { Database } from '../db/schema'

/** Whoever was last heard of longer ago than this is not shown as present. */
const FORGOTTEN_AFTER = 48 * HOUR

interface Row {
  readonly id: Id
  readonly name: string
  readonly personnel_number: string
  readonly active: boolean
  readonly action: 'in' | 'break_start' | 'break_end'
  readonly since: EpochMs
  readonly source: PunchSource
  readonly store_id: Id
  readonly store_name: string
  readonly came_at: EpochMs | null
}

/** Who is at work or on a break, by the last punch of each that counts; by name. */
export async function readPresence(
  db: Kysely<Database>,
  merchantId: Id,
  now: EpochMs,
  storeId?: Id,
): Promise<Presence[]> {
  const here = storeId === undefined ? sql`true` : sql`last.store_id = ${storeId}::uuid`
  const { rows } = await sql<Row>`
    select staff.id, staff.name, staff.personnel_number, staff.active, last.action,
           last.occurred_at as since, last.source, last.store_id, store.name as store_name,
           (select max(p.occurred_at) from punch p
             where p.merchant_id = staff.merchant_id and p.staff_id = staff.id and not p.voided
               and not p.struck and p.action = 'in' and p.occurred_at <= last.occurred_at)
             as came_at
      from staff, lateral (
        select * from punch p
         where p.merchant_id = staff.merchant_id and p.staff_id = staff.id and not p.voided
           and not p.struck and p.occurred_at <= ${moment(now)}
         order by p.occurred_at desc, p.seq desc nulls last, p.op_id desc limit 1) as last
      join store on store.merchant_id = last.merchant_id and store.id = last.store_id
     where staff.merchant_id = ${merchantId} and last.action <> 'out'
       and last.occurred_at > ${moment(plus(now, -FORGOTTEN_AFTER))} and ${here}
     order by staff.name, staff.id`.execute(db)
  return rows.map(({ id, name, personnel_number, active, action, since, came_at, ...row }) => ({
    staff: { id, name, personnel_number, active },
    state: action === 'break_start' ? 'break' : 'in',
    since: formatInstant(since),
    came_at: formatInstant(came_at ?? since),
    store_id: row.store_id,
    store_name: row.store_name,
    source: row.source,
    overdue: now - since > LONG_SHIFT,
  }))
}
