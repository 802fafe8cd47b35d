import type { Deps } from '../deps'
import type { Router } from '../http/env'
import type { Ingest } from './ingest/ingest'
import { mountLive } from './live.route'
import { mountPull } from './pull.route'
import { mountPush } from './push.route'

/** What tablets speak: push, pull, and the live hints of tablets and consoles. */
export function mountSync(router: Router, deps: Deps, ingest: Ingest): void {
  mountPush(router, deps, ingest)
  mountPull(router, deps)
  mountLive(router, deps)
}
