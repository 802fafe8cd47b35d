import type { Id } from '@counterfoil/domain'
import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import type { Database } from '../schema'
import { sameScope, type Scope, scopeOf } from './scope'
import { scopedPool } from './scoped-pool'

/** What is known of a handle; `pool` is missing where it is a running transaction. */
interface Handle {
  readonly pool: Pool | undefined
  readonly scope: Scope | undefined
}

const HANDLES = new WeakMap<object, Handle>()

/** Makes the two functions below work on `db`: one of the pool's own, or a running transaction. */
export function noteHandle(db: Kysely<Database>, handle: Handle): void {
  HANDLES.set(db, handle)
}

/** What is known of `db`. @throws Error for one that was not made by `openDatabase` */
export function handleOf(db: Kysely<Database>): Handle {
  const handle = HANDLES.get(db)
  if (handle === undefined) throw new Error('not a handle of the database: a transaction?')
  return handle
}

/**
 * The database with one merchant's rows in it and nobody else's. All that is read or written
 * through it is held to that by row-level security, whatever a statement says or forgets to say.
 * Costs no round trip. Routes of merchants and stores get theirs from `mount`.
 *
 * A transaction that has been joined stays what it is.
 * @throws Error when it is one of another merchant, or for what is no id
 */
export function forMerchant(db: Kysely<Database>, merchantId: Id): Kysely<Database> {
  return inScope(db, scopeOf(merchantId))
}

/**
 * The database with every merchant's rows in it. For what cannot know a merchant yet (who is it
 * that signs in, whose code was typed) or is for all of them (sweeps, the platform's own list, the
 * demo), and for nothing else.
 */
export function acrossMerchants(db: Kysely<Database>): Kysely<Database> {
  return inScope(db, 'across_merchants')
}

function inScope(db: Kysely<Database>, scope: Scope): Kysely<Database> {
  const { pool, scope: present } = handleOf(db)
  if (sameScope(present, scope)) return db
  if (pool === undefined) {
    if (present === 'across_merchants') return db
    throw new Error('the running transaction is for something else')
  }
  const scoped = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: scopedPool(pool, scope) }),
  })
  noteHandle(scoped, { pool, scope })
  return scoped
}
