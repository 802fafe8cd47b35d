import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { noteNotPrepared, preparedName } from './prepared'
import { type Scope, scopeText } from './scope'
import { queryInScope } from './scoped-query'

const BEGIN = /^(begin|start transaction)\b/
const END = /^(commit|rollback)$/

/** A pool whose every transaction, and every statement outside of one, is under the scope. */
export function scopedPool(pool: Pool, scope: Scope): PostgresPool {
  return {
    options: pool.options,
    connect: async () => new ScopedClient(await pool.connect(), pool, scope),
    // The connections are the pool's, and others use it.
    end: async () => undefined,
  }
}

class ScopedClient implements PostgresPoolClient {
  #inTransaction = false
  #halfBegun = false

  constructor(
    private readonly client: PoolClient,
    private readonly pool: Pool,
    private readonly scope: Scope,
  ) {}

  query(text: unknown, values: readonly unknown[] = []): never {
    if (typeof text !== 'string') throw new Error('cursors know no scope')
    // Kysely's type of this has two forms; this one is what it asks for without cursors.
    return this.#run(text, values) as never
  }

  async #run(text: string, values: readonly unknown[]): Promise<unknown> {
    if (BEGIN.test(text)) {
      // Broken off between its two halves, it leaves a transaction that nobody would end.
      this.#halfBegun = true
      await this.client.query(`${text}; ${scopeText(this.scope)}`)
      this.#halfBegun = false
      this.#inTransaction = true
      return NOTHING
    }
    if (!this.#inTransaction) return queryInScope(this.client, this.scope, text, values)
    if (END.test(text)) this.#inTransaction = false
    const name = preparedName(this.pool, text)
    if (name === undefined) return this.client.query(text, [...values])
    return this.client.query({ name, text, values: [...values] }).catch((error: unknown) => {
      noteNotPrepared(this.pool, error)
      throw error
    })
  }

  release(destroy?: boolean): void {
    this.client.release(destroy === true || this.#halfBegun)
  }
}

const NOTHING: PostgresQueryResult<never> = { command: 'SELECT', rowCount: 0, rows: [] }
