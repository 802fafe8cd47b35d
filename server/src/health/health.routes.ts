import { sql } from 'kysely'
import type { Deps } from '../deps'
import type { Router } from '../http/env'
import { tryLater } from '../problem-error'

/** `/healthz`: the process lives. Needs no database. */
export function mountHealth(router: Router): void {
  router.get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }))
}

/** `/readyz`: it serves, the database included; 503 as soon as it is about to stop. */
export function mountReadiness(router: Router, { db, bus }: Pick<Deps, 'db' | 'bus'>): void {
  router.get('/readyz', async (c) => {
    if (bus.closed.aborted) throw tryLater('UNAVAILABLE', 5, 'This server is stopping.')
    await sql`select 1`.execute(db)
    return c.json({ status: 'ready' }, 200, { 'cache-control': 'no-store' })
  })
}
