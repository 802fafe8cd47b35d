import { epochMs, formatInstant, instantAt, localDayOf, localTimeOf } from '@counterfoil/domain'
import type { BodyOf, ENDPOINTS, Performance } from '@counterfoil/protocol'

/** What a person decides about a performance; days and times as the clocks of its zone show them. */
export interface PerformanceValues {
  readonly title: string
  readonly show_id: string | null
  readonly venue_id: string | null
  readonly time_zone: string
  readonly day: string
  readonly starts: string
  /** Empty: whenever somebody comes. */
  readonly opens: string
  readonly capacity: number
  readonly reentry: boolean
  readonly pin_required: boolean
  readonly listed: boolean
  readonly max_party: number
  /** `YYYY-MM-DDTHH:MM`, or empty. */
  readonly booking_opens: string
  readonly booking_closes: string
}

/** A part of the form: what is typed so far, and how to change it. */
export interface FieldsProps {
  readonly draft: PerformanceValues
  readonly change: (change: Partial<PerformanceValues>) => void
}

export function newPerformance(time_zone: string): PerformanceValues {
  return {
    title: '',
    show_id: null,
    venue_id: null,
    time_zone,
    day: '',
    starts: '20:00',
    opens: '19:00',
    capacity: 100,
    reentry: false,
    pin_required: true,
    listed: false,
    max_party: 10,
    booking_opens: '',
    booking_closes: '',
  }
}

type Same =
  | 'show_id'
  | 'venue_id'
  | 'time_zone'
  | 'capacity'
  | 'reentry'
  | 'pin_required'
  | 'listed'
  | 'max_party'

/** What is the same on the wire and in the form. */
function sameOf(from: Pick<PerformanceValues, Same>): Pick<PerformanceValues, Same> {
  const { show_id, venue_id, time_zone, capacity, reentry, pin_required, listed, max_party } = from
  return { show_id, venue_id, time_zone, capacity, reentry, pin_required, listed, max_party }
}

export function valuesOf(performance: Performance): PerformanceValues {
  const { time_zone, starts_at, opens_at, booking_opens_at, booking_closes_at } = performance
  const at = (text: string) => epochMs(Date.parse(text))
  const time = (text: string) => localTimeOf(at(text), time_zone)
  const moment = (text: string | null) =>
    text === null ? '' : `${localDayOf(at(text), time_zone)}T${time(text)}`
  return {
    ...sameOf(performance),
    title: performance.title,
    day: localDayOf(at(starts_at), time_zone),
    starts: time(starts_at),
    opens: opens_at === null ? '' : time(opens_at),
    booking_opens: moment(booking_opens_at),
    booking_closes: moment(booking_closes_at),
  }
}

export type PerformanceBody = Required<
  Omit<BodyOf<typeof ENDPOINTS.createPerformance>, 'time_zone'>
> & { readonly time_zone: string }

/** As the wire has it; `undefined` when day and time are no moment. */
export function bodyOf(values: PerformanceValues): PerformanceBody | undefined {
  const { day, starts, opens, time_zone, booking_opens, booking_closes } = values
  const starts_at = instantAt(day, starts, time_zone)
  if (starts_at === undefined) return undefined
  return {
    ...sameOf(values),
    title: values.title.trim(),
    starts_at: formatInstant(starts_at),
    opens_at: opens === '' ? null : opensAt(values),
    booking_opens_at: momentOf(booking_opens, time_zone),
    booking_closes_at: momentOf(booking_closes, time_zone),
  }
}

/** Doors that open later than it starts opened the evening before: it begins after midnight. */
function opensAt({ day, starts, opens, time_zone }: PerformanceValues): string | null {
  const before = new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  const at = instantAt(opens <= starts ? day : before, opens, time_zone)
  return at === undefined ? null : formatInstant(at)
}

function momentOf(text: string, time_zone: string): string | null {
  const at = instantAt(text.slice(0, 10), text.slice(11, 16), time_zone)
  return at === undefined ? null : formatInstant(at)
}
