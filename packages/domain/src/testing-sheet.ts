import type { Amendment, ClockMoment } from './clock-record'
import type { Id } from './ids'
import type { PunchAction } from './op'
import { DEFAULT_SHEET_RULES, type SheetRules } from './sheet-rules'
import { type EpochMs, epochMs, formatInstant, HOUR } from './time'
import { type SheetInput, type Timesheet, timesheet } from './timesheet'

export const ZONE = 'Europe/Luxembourg'
export const SHOP = 'store'

export const instant = (text: string): EpochMs => epochMs(Date.parse(text))

/** `in 2026-11-20T08:00Z` as a punch; the id says which it is. */
export function moment(text: string, store_id: Id = SHOP): ClockMoment {
  const [action = '', at = ''] = text.split(' ')
  return { op_id: text, action: action as PunchAction, at: instant(at), seq: null, store_id }
}

export const moments = (...texts: readonly string[]): ClockMoment[] =>
  texts.map((one) => moment(one))

/** An amendment that strikes something, adds something, or both. */
export function amend(n: number, strikes: string | null, adds?: string): Amendment {
  const added = adds === undefined ? null : moment(adds)
  return { id: `amendment ${n}`, n, strikes, adds: added }
}

/** A sheet of November 2026 in Luxembourg, unless told otherwise. */
export function sheet(
  punches: readonly ClockMoment[],
  more: Partial<Omit<SheetInput, 'rules'>> & { readonly rules?: Partial<SheetRules> } = {},
): Timesheet {
  return timesheet({
    punches,
    amendments: [],
    zoneOf: () => ZONE,
    from: '2026-11-01',
    to: '2026-11-30',
    now: instant('2026-12-01T12:00Z'),
    ...more,
    rules: { ...DEFAULT_SHEET_RULES, ...more.rules },
  })
}

export const hours = (ms: number): number => ms / HOUR

/** Hours of work by day, `{ '2026-11-20': 8 }`. */
export const hoursByDay = ({ days }: Timesheet): Readonly<Record<string, number>> =>
  Object.fromEntries([...days].map(([day, { worked }]) => [day, hours(worked)]))

/** `MISSING_OUT 2026-11-20T08:00:00.000Z` */
export const oddities = ({ anomalies }: Timesheet): string[] =>
  anomalies.map(({ kind, at }) => `${kind} ${formatInstant(at).slice(0, 16)}Z`)

/** `08:00–12:00` in UTC, work and breaks. */
export const spansIn = ({ shifts }: Timesheet): string[] =>
  shifts.flatMap(({ spans, breaks }) => [
    ...spans.map(({ from, until }) => `${clock(from)}–${clock(until)}`),
    ...breaks.map(
      ({ from, until, automatic }) =>
        `${automatic ? 'automatic' : 'break'} ${clock(from)}–${clock(until)}`,
    ),
  ])

const clock = (at: EpochMs): string => formatInstant(at).slice(11, 16)
