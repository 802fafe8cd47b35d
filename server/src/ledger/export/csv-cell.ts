import type { Json } from '@counterfoil/domain'

/** What a spreadsheet would take for a formula, and our own mark before such a thing. */
const RISKY = /^[=+\-@\t\r\n']/
const NEEDS_QUOTES = /[",\r\n]/

/**
 * One value as a cell of RFC 4180. A text that begins like a formula gets an apostrophe before it;
 * one that begins with an apostrophe gets another, so that taking one away always gives the text.
 */
export function csvCell(value: Json | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : textOf(value)
  const safe = RISKY.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lists of words as words; nothing else nested is in an entry, and would show as its JSON. */
function textOf(value: Extract<Json, object>): string {
  return Array.isArray(value) ? value.join(' ') : JSON.stringify(value)
}

export function csvLine(values: readonly (Json | undefined)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}
