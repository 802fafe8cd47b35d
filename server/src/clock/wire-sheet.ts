import {
  type ClockMoment,
  formatInstant,
  type SheetShift,
  type SheetTotal,
  type Timesheet,
} from '@counterfoil/domain'
import type { Sheet, WireShift } from '@counterfoil/protocol'

export type SheetPerson = Sheet['staff']

/** A sheet as it is answered. */
export function wireSheet(
  staff: SheetPerson,
  sheet: Timesheet,
  { amended, shifts }: { readonly amended: number; readonly shifts: boolean },
): Sheet {
  return {
    staff,
    total: totalOf(sheet.total),
    days: [...sheet.days].map(([day, total]) => Object.assign({ day }, totalOf(total))),
    weeks: [...sheet.weeks].map(([week, total]) => Object.assign({ week }, totalOf(total))),
    months: [...sheet.months].map(([month, total]) => Object.assign({ month }, totalOf(total))),
    anomalies: sheet.anomalies.map(({ kind, at, day, op_id, store_id }) => ({
      kind,
      at: formatInstant(at),
      day,
      op_id,
      store_id,
    })),
    amended,
    ...(shifts ? { shifts: sheet.shifts.map(wireShift) } : {}),
  }
}

function totalOf({ worked, paused }: SheetTotal): { worked_ms: number; break_ms: number } {
  return { worked_ms: worked, break_ms: paused }
}

function wireShift(shift: SheetShift): WireShift {
  const { store_id, day, start, end, worked, paused, spans, breaks, raw } = shift
  const marks = [raw.start, ...raw.breaks, ...(raw.end === null ? [] : [raw.end])]
  return {
    store_id,
    day,
    start: formatInstant(start),
    end: end === null ? null : formatInstant(end),
    worked_ms: worked,
    break_ms: paused,
    spans: spans.map(({ from, until }) => ({
      from: formatInstant(from),
      until: formatInstant(until),
    })),
    breaks: breaks.map(({ from, until, automatic }) => ({
      from: formatInstant(from),
      until: formatInstant(until),
      automatic,
    })),
    punches: marks.map(markOf),
  }
}

function markOf({ op_id, action, at }: ClockMoment): WireShift['punches'][number] {
  return { op_id, punch: action, at: formatInstant(at) }
}
