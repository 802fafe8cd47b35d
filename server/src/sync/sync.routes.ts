import type { Deps } from '../deps'
import type { Router } from '../http/env'
import { mountLive } from './live.route'
import { mountPull } from './pull.route'
import { mountPush } from './push.route'

/** What tablets speak: push, pull, and the live hints of tablets and consoles. */
export function mountSync(router: Router, deps: Deps): void {
  mountPush(router, deps)
  mountPull(router, deps)
  mountLive(router, deps)
}
