import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './schema'
import { handleOf, noteHandle } from './wall/merchant-scope'

/**
 * The transaction as a database to work with: what opens a transaction on it gets a savepoint of
 * this one, so that code which knows nothing of the outer transaction becomes part of it.
 * @param of the handle that the transaction was begun on
 */
export function joinTransaction(
  trx: Transaction<Database>,
  of: Kysely<Database>,
): Kysely<Database> {
  let depth = 0
  const nested = async <T>(work: (inner: Transaction<Database>) => Promise<T>): Promise<T> => {
    depth += 1
    const name = sql.id(`joined_${depth}`)
    await sql`savepoint ${name}`.execute(trx)
    try {
      const result = await work(trx)
      await sql`release savepoint ${name}`.execute(trx)
      return result
    } catch (error) {
      await sql`rollback to savepoint ${name}`.execute(trx)
      throw error
    }
  }
  const joined = new Proxy<Kysely<Database>>(trx, {
    get: (target, name) => {
      if (name === 'transaction') return () => ({ execute: nested })
      const value: unknown = Reflect.get(target, name, target)
      // Bound to the real one: Kysely keeps its state in private fields.
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  noteHandle(joined, { pool: undefined, scope: handleOf(of).scope })
  return joined
}
