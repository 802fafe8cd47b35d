import {
  type EpochMs,
  type Id,
  localDayOf,
  OWN_DAYS,
  ownClock,
  type OwnClock,
  shiftDay,
  standingMoments,
} from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema'
import { loadClockSettings } from '../clock-settings'
import { readRange } from '../sheet-range'
import { readSheetFacts } from '../sheet-rows.query'

/** What people may see of their own time. */
export async function readOwnHours(
  db: Kysely<Database>,
  merchantId: Id,
  { staff_id, time_zone }: { readonly staff_id: Id; readonly time_zone: string },
  now: EpochMs,
): Promise<OwnClock> {
  const day = localDayOf(now, time_zone)
  const range = await readRange(db, merchantId, { from: shiftDay(day, 1 - OWN_DAYS), to: day }, now)
  const stores = range.stores.map(({ id }) => id)
  const facts = await readSheetFacts(db, merchantId, [staff_id], range.facts, stores)
  const { punches, amendments } = facts.get(staff_id) ?? { punches: [], amendments: [] }
  const rules = await loadClockSettings(db, merchantId)
  const place = { time_zone, zoneOf: range.zoneOf, rules }
  return ownClock(standingMoments(punches, amendments), place, now)
}
