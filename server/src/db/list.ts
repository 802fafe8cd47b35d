import { type RawBuilder, sql } from 'kysely'

/** What stands in an array without quotes. */
type Plain = 'uuid' | 'bigint' | 'integer' | 'boolean' | 'timestamptz'
type Value = string | number | boolean | null

/**
 * One column of many rows as an array, for `unnest`. The database reads arrays in half the time that
 * it needs for objects, where each value is looked up by its name and turned into text first.
 */
export function list(type: Plain | 'text' | 'tid', values: readonly Value[]): RawBuilder<unknown> {
  const write = type === 'text' || type === 'tid' ? quoted : String
  const items = values.map((value) => (value === null ? 'NULL' : write(value)))
  return sql`${`{${items.join(',')}}`}::${sql.raw(type)}[]`
}

/** A column of rows that are handed in as arrays: its name, its type, and what a row has there. */
export type ListColumn<T> = readonly [
  name: string,
  type: Plain | 'text' | 'tid',
  read: (row: T) => Value,
]

/** A {@link list} for each column, side by side, as `unnest` takes them. */
export function lists<T>(
  columns: readonly ListColumn<T>[],
  rows: readonly T[],
): RawBuilder<unknown> {
  return sql.join(columns.map(([, type, read]) => list(type, rows.map(read))))
}

/** The columns' names in the order of their {@link lists}. */
export function namesOf<T>(columns: readonly ListColumn<T>[]): RawBuilder<unknown> {
  return sql.raw(columns.map(([name]) => name).join(', '))
}

const TO_ESCAPE = /["\\]/g

/** As codes and hashes are: nearly all there is. */
function isPlain(text: string): boolean {
  return !text.includes('"') && !text.includes('\\')
}

function quoted(value: string | number | boolean): string {
  const text = String(value)
  return isPlain(text) ? `"${text}"` : `"${text.replaceAll(TO_ESCAPE, String.raw`\$&`)}"`
}
