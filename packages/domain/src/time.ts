declare const brand: unique symbol

/** Milliseconds since 1970-01-01T00:00:00Z, as read from some clock (never "now" by itself). */
export type EpochMs = number & { readonly [brand]: 'EpochMs' }

/** A length of time in milliseconds; may be negative where a difference is meant. */
export type DurationMs = number & { readonly [brand]: 'DurationMs' }

/** RFC 3339 in UTC with milliseconds, as the wire carries it: `2026-11-20T10:15:00.123Z`. */
export type Instant = string

/** @throws RangeError for anything that is not a whole number within the range of dates */
export function epochMs(value: number): EpochMs {
  if (!Number.isInteger(value) || Math.abs(value) > 8.64e15) {
    throw new RangeError('not a point in time')
  }
  return value as EpochMs
}

export function durationMs(value: number): DurationMs {
  return value as DurationMs
}

export const SECOND = durationMs(1000)
export const MINUTE = durationMs(60 * SECOND)
export const HOUR = durationMs(60 * MINUTE)

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/

/**
 * The point in time that an RFC 3339 text in UTC names, to the millisecond, or `undefined` when it
 * names none: no other zone, no finer fraction, no 30th of February.
 */
export function parseInstant(text: string): EpochMs | undefined {
  if (!INSTANT.test(text)) return undefined
  // The text of one operation is asked for several times.
  if (parsed.text !== text) parsed = { text, at: readInstant(text) }
  return parsed.at
}

let parsed: { readonly text: string; readonly at: EpochMs | undefined } = {
  text: '',
  at: undefined,
}

function readInstant(text: string): EpochMs | undefined {
  const value = Date.parse(text)
  // What does not exist, such as a 30th of February or 24 o'clock, is read as a later day.
  return new Date(value).getUTCDate() === Number(text.slice(8, 10)) ? (value as EpochMs) : undefined
}

/** Inverse of {@link parseInstant}; always UTC, always three decimals. */
export function formatInstant(at: EpochMs): Instant {
  // The rows of a batch name a handful of moments hundreds of times, two of them by turns.
  if (latest.at === at) return latest.text
  const text = before.at === at ? before.text : new Date(at).toISOString()
  before = latest
  latest = { at, text }
  return text
}

interface Written {
  readonly at: EpochMs | undefined
  readonly text: Instant
}

let latest: Written = { at: undefined, text: '' }
let before: Written = latest

/** Parses a text that our own side wrote. @throws RangeError when it is not an instant after all */
export function instantMs(text: Instant): EpochMs {
  const at = parseInstant(text)
  if (at === undefined) throw new RangeError('not an RFC 3339 instant')
  return at
}

export function plus(at: EpochMs, duration: number): EpochMs {
  return (at + duration) as EpochMs
}

export function earlier(a: EpochMs, b: EpochMs): EpochMs {
  return a < b ? a : b
}
