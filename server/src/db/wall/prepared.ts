import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Pool } from 'pg'
import { sqlStateOf } from '../sql-state'

const MARK = '/* prepared */'

/**
 * Stands first in a statement that is asked again and again within transactions: the database then
 * parses and plans it once per connection, which of a batch is a fifth of all it does. Only for
 * statements whose text is one of a few.
 */
export const PREPARED: RawBuilder<unknown> = sql.raw(MARK)

/** Plans kept per connection; whatever comes after that is planned each time. */
const MOST = 64

/**
 * No such statement, or there is one: a pooler that knows nothing of prepared statements handed
 * out another connection. It helps to try again: nothing is prepared from then on.
 */
export const NOT_PREPARED = /^(26000|42P05)$/

interface Statements {
  readonly names: Map<string, string>
  preparing: boolean
}

const STATEMENTS = new WeakMap<Pool, Statements>()

function statementsOf(pool: Pool): Statements {
  const statements = STATEMENTS.get(pool) ?? { names: new Map<string, string>(), preparing: true }
  STATEMENTS.set(pool, statements)
  return statements
}

/** Under which name the pool's connections keep it; `undefined` for one that is sent as it is. */
export function preparedName(pool: Pool, text: string): string | undefined {
  if (!text.startsWith(MARK)) return undefined
  const { names, preparing } = statementsOf(pool)
  if (!preparing) return undefined
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST) return known
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}

/** To be told of every error of a statement that has a name. */
export function noteNotPrepared(pool: Pool, error: unknown): void {
  if (NOT_PREPARED.test(sqlStateOf(error) ?? '')) statementsOf(pool).preparing = false
}
