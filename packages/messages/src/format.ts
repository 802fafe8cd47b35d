import { CALENDARS } from './calendar'
import type { Language } from './language'
import { beforeN } from './n-rule'
import { NUMBER_LOCALE } from './plural'

/** Milliseconds since 1970 UTC, or an RFC 3339 text as it comes over the wire. */
export type Instant = number | string

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NBSP = '\u00a0'

/** Everything that turns a value into text, for one language and one store's time zone. */
export interface Format {
  readonly language: Language
  readonly timeZone: string
  /** "14:05" */
  readonly time: (at: Instant) => string
  /** "14:05:09", for logs and diagnostics. */
  readonly timeWithSeconds: (at: Instant) => string
  /** "Fri 20 Nov"; the year is added when it is not the year of `now`. */
  readonly day: (at: Instant, now?: Instant) => string
  /** "20 November 2026" */
  readonly date: (at: Instant) => string
  /** "Fri 20 Nov, 14:05" */
  readonly dateTime: (at: Instant, now?: Instant) => string
  /** "5 min ago", "in 12 min"; from an hour on the time, on another day the day with it. */
  readonly relative: (at: Instant, now: Instant) => string
  /** "7 h 45 min", "45 min", "30 s"; rounded down. */
  readonly duration: (ms: number) => string
  /** "14:59", for something that ticks; never below "0:00", rounded up. */
  readonly countdown: (ms: number) => string
  readonly number: (value: number) => string
  /** 0.125 is "13 %" or "13%", as the language writes it. */
  readonly percent: (ratio: number) => string
  /** Integer minor units and ISO 4217: `money(450, 'EUR')` is "€4.50" or "4,50 €". */
  readonly money: (minor: number, currency: string) => string
  /** "a, b and c" */
  readonly list: (items: readonly string[]) => string
  /** "Friday"; 0 is Sunday. */
  readonly weekday: (index: number) => string
  /** "November"; 1 is January. */
  readonly month: (index: number) => string
}

/** @throws RangeError when `timeZone` is not an IANA zone that this runtime knows. */
export function createFormat(language: Language, timeZone: string): Format {
  return {
    language,
    timeZone,
    ...clockFormats(language, timeZone),
    ...numberFormats(language),
    list: (items) => joinList(language, items),
    weekday: (index) => CALENDARS[language].days[index] ?? '',
    month: (index) => CALENDARS[language].months[index - 1] ?? '',
  }
}

function clockFormats(language: Language, timeZone: string) {
  const calendar = CALENDARS[language]
  const wall = wallClock(timeZone)
  const clock = (w: Wall) => `${w.hour}:${w.minute}`
  const dayOf = (w: Wall, today: Wall | undefined) => {
    const text = calendar.day(
      calendar.shortDays[w.weekday] ?? '',
      w.day,
      calendar.shortMonths[w.month - 1] ?? '',
    )
    return today === undefined || today.year === w.year ? text : `${text} ${w.year}`
  }
  const day = (at: Instant, now?: Instant) =>
    dayOf(wall(at), now === undefined ? undefined : wall(now))
  const time = (at: Instant) => clock(wall(at))
  const dateTime = (at: Instant, now?: Instant) => `${day(at, now)}, ${time(at)}`
  const relative = (at: Instant, now: Instant) => {
    const gap = toMs(at) - toMs(now)
    const minutes = Math.floor(Math.abs(gap) / MINUTE)
    if (minutes < 1) return calendar.justNow
    if (minutes < 60) return gap < 0 ? calendar.ago(minutes) : calendar.in(minutes)
    return sameDay(wall(at), wall(now)) ? time(at) : dateTime(at, now)
  }
  return {
    time,
    day,
    dateTime,
    relative,
    timeWithSeconds: (at: Instant) => `${time(at)}:${wall(at).second}`,
    date: (at: Instant) => {
      const w = wall(at)
      return calendar.date(w.day, calendar.months[w.month - 1] ?? '', w.year)
    },
    duration: formatDuration,
    countdown: formatCountdown,
  }
}

interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly hour: string
  readonly minute: string
  readonly second: string
}

function wallClock(timeZone: string): (at: Instant) => Wall {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return (at) => {
    const found = new Map(parts.formatToParts(toMs(at)).map((part) => [part.type, part.value]))
    const text = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? ''
    const [year, month, day] = [Number(text('year')), Number(text('month')), Number(text('day'))]
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
    const [hour, minute, second] = [text('hour'), text('minute'), text('second')]
    return { year, month, day, weekday, hour, minute, second }
  }
}

function sameDay(a: Wall, b: Wall): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day
}

function toMs(at: Instant): number {
  return typeof at === 'number' ? at : Date.parse(at)
}

function formatDuration(ms: number): string {
  const whole = Math.max(0, ms)
  if (whole < MINUTE) return `${Math.floor(whole / 1000)}${NBSP}s`
  const hours = Math.floor(whole / HOUR)
  const minutes = `${Math.floor((whole % HOUR) / MINUTE)}${NBSP}min`
  return hours === 0 ? minutes : `${hours}${NBSP}h ${minutes}`
}

function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  const tail = two(seconds % 60)
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${two(minutes)}:${tail}`
}

function numberFormats(language: Language) {
  const locale = NUMBER_LOCALE[language]
  const plain = new Intl.NumberFormat(locale)
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return {
    number: (value: number) => plain.format(value),
    percent: (ratio: number) => share.format(ratio),
    money: (minor: number, currency: string) => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2
      return format.format(minor / 10 ** digits)
    },
  }
}

const AND: Readonly<Record<Exclude<Language, 'lb'>, string>> = { en: 'and', fr: 'et', de: 'und' }

function joinList(language: Language, items: readonly string[]): string {
  const last = items.at(-1)
  if (last === undefined) return ''
  if (items.length === 1) return last
  const tail = language === 'lb' ? beforeN('an', last) : `${AND[language]} ${last}`
  return `${items.slice(0, -1).join(', ')} ${tail}`
}
