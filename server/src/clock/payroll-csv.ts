import { isoWeekOf } from '@counterfoil/domain'
import { csvLine } from '../ledger/export/csv-cell'
import { decimalHours, hoursAndMinutes } from './hours'
import type { PersonSheet } from './sheet.query'

const COLUMNS = [
  'personnel_number',
  'name',
  'day',
  'week',
  'work_hh_mm',
  'work_hours',
  'break_hh_mm',
  'break_hours',
  'to_check',
  'complete_up_to',
]

/**
 * Hours by person and day, oldest day first; `to_check` names what is odd about that day.
 * @param completeUpTo until when every tablet has told all; the same in each line, empty where
 *   nobody knows
 */
export function* payrollCsv(
  sheets: readonly PersonSheet[],
  completeUpTo: string | null,
): Generator<string> {
  yield `\ufeff${csvLine(COLUMNS)}`
  for (const { staff, sheet } of sheets) {
    const odd = new Map<string, string[]>()
    for (const { day, kind } of sheet.anomalies) odd.set(day, [...(odd.get(day) ?? []), kind])
    const days = new Set([...sheet.days.keys(), ...odd.keys()])
    for (const day of [...days].sort()) {
      const { worked, paused } = sheet.days.get(day) ?? NOTHING
      yield csvLine([
        staff.personnel_number,
        staff.name,
        day,
        isoWeekOf(day),
        hoursAndMinutes(worked),
        decimalHours(worked),
        hoursAndMinutes(paused),
        decimalHours(paused),
        (odd.get(day) ?? []).join(' '),
        completeUpTo ?? '',
      ])
    }
  }
}

const NOTHING = { worked: 0, paused: 0 } as PersonSheet['sheet']['total']
