import {
  type DurationMs,
  durationMs,
  type EpochMs,
  HOUR,
  localDayOf,
  LONG_SHIFT,
  type Id,
  type LocalDay,
  type SheetTotal,
  shiftDay,
} from '@counterfoil/domain'
import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema'
import { readRange } from '../sheet-range'
import { requirePersonSheet } from '../sheet.query'

const DAYS = 14

/** What people may see of their own time. */
export interface OwnHours {
  readonly state: 'in' | 'break' | 'out'
  /** Of the state; `null` while out. */
  readonly since: EpochMs | null
  /** Work of today, with what goes on at this moment. */
  readonly today: DurationMs
  /** The last two weeks, latest day first. */
  readonly days: readonly (readonly [LocalDay, SheetTotal])[]
  readonly total: SheetTotal
  /** Days on which an end is missing or something else is unclear. */
  readonly odd: ReadonlySet<LocalDay>
}

export async function readOwnHours(
  db: Kysely<Database>,
  merchantId: Id,
  { staff_id, time_zone }: { readonly staff_id: Id; readonly time_zone: string },
  now: EpochMs,
): Promise<OwnHours> {
  const day = localDayOf(now, time_zone)
  const range = await readRange(db, merchantId, { from: shiftDay(day, 1 - DAYS), to: day }, now)
  const { sheet } = await requirePersonSheet(db, merchantId, staff_id, range, now)
  const last = sheet.shifts.at(-1)
  const mark = last?.end === null ? (last.raw.breaks.at(-1) ?? last.raw.start) : undefined
  const open = mark !== undefined && now - mark.at <= LONG_SHIFT ? mark : undefined
  const state = open === undefined ? 'out' : open.action === 'break_start' ? 'break' : 'in'
  const running = state === 'in' && open !== undefined ? Math.min(now - open.at, 24 * HOUR) : 0
  return {
    state,
    since: open?.at ?? null,
    today: durationMs((sheet.days.get(day)?.worked ?? 0) + running),
    days: [...sheet.days].toReversed(),
    total: sheet.total,
    odd: new Set(sheet.anomalies.map((one) => one.day)),
  }
}
