import { type RawBuilder, sql } from 'kysely'

/** What stands in an array without quotes. */
type Plain = 'uuid' | 'bigint' | 'integer' | 'boolean' | 'timestamptz'

/**
 * One column of many rows as an array, for `unnest`. The database reads arrays in half the time that
 * it needs for objects, where each value is looked up by its name and turned into text first.
 */
export function list(
  type: Plain | 'text',
  values: readonly (string | number | boolean | null)[],
): RawBuilder<unknown> {
  const write = type === 'text' ? quoted : String
  const items = values.map((value) => (value === null ? 'NULL' : write(value)))
  return sql`${`{${items.join(',')}}`}::${sql.raw(type)}[]`
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
