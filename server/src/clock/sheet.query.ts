import { type EpochMs, type Id, struckIds, type Timesheet, timesheet } from '@counterfoil/domain'
import type { Sheet } from '@counterfoil/protocol'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema'
import { ProblemError } from '../problem-error'
import { loadClockSettings } from './clock-settings'
import type { SheetRange } from './sheet-range'
import { readSheetFacts, type SheetFacts } from './sheet-rows.query'
import { type SheetPerson, wireSheet } from './wire-sheet'

/** Where a page of people ended: they are listed by name. */
export interface PersonPosition {
  readonly name: string
  readonly id: Id
}

export interface SheetPage {
  readonly staff_id?: Id | undefined
  readonly after?: PersonPosition | undefined
  readonly limit: number
}

/** One person's sheet, and what it was made of. */
export interface PersonSheet {
  readonly staff: SheetPerson
  readonly sheet: Timesheet
  readonly facts: SheetFacts
}

/**
 * Sheets of a page of people, by name. Those who have left are there as long as anything in the
 * range is theirs.
 */
export async function readSheets(
  db: Kysely<Database>,
  merchantId: Id,
  range: SheetRange,
  page: SheetPage,
  now: EpochMs,
): Promise<readonly PersonSheet[]> {
  const rules = await loadClockSettings(db, merchantId)
  const people = await listPeople(db, merchantId, range, page)
  const stores = range.stores.map(({ id }) => id)
  const ids = people.map(({ id }) => id)
  const facts = await readSheetFacts(db, merchantId, ids, range.facts, stores)
  const { from, to, store_id, zoneOf } = range
  return people.map((staff) => {
    const own = facts.get(staff.id) ?? { punches: [], amendments: [] }
    return {
      staff,
      facts: own,
      sheet: timesheet({ ...own, rules, zoneOf, from, to, store_id, now }),
    }
  })
}

export function sheetOf({ staff, sheet, facts }: PersonSheet, shifts: boolean): Sheet {
  const struck = struckIds(facts.amendments)
  const amended = facts.amendments.filter(({ id }) => !struck.has(id)).length
  return wireSheet(staff, sheet, { amended, shifts })
}

/** @throws ProblemError NOT_FOUND */
export async function requirePersonSheet(
  db: Kysely<Database>,
  merchantId: Id,
  staffId: Id,
  range: SheetRange,
  now: EpochMs,
): Promise<PersonSheet> {
  const [found] = await readSheets(db, merchantId, range, { staff_id: staffId, limit: 1 }, now)
  if (found === undefined) throw new ProblemError('NOT_FOUND', 'There is no such person.')
  return found
}

async function listPeople(
  db: Kysely<Database>,
  merchantId: Id,
  { facts }: SheetRange,
  { staff_id, after, limit }: SheetPage,
): Promise<readonly SheetPerson[]> {
  return db
    .selectFrom('staff')
    .select(['id', 'name', 'personnel_number', 'active'])
    .where('merchant_id', '=', merchantId)
    .$if(staff_id !== undefined, (query) => query.where('id', '=', staff_id ?? ''))
    .$if(staff_id === undefined, (query) =>
      query.where(
        sql<boolean>`(active or exists (select from punch p where p.merchant_id = staff.merchant_id
          and p.staff_id = staff.id and not p.voided
          and p.occurred_at >= ${new Date(facts.from).toISOString()}::timestamptz
          and p.occurred_at < ${new Date(facts.until).toISOString()}::timestamptz))`,
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(name, id) > (${after?.name}, ${after?.id}::uuid)`),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()
}
