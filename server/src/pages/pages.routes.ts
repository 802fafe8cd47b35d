import type { Deps } from '../deps'
import type { Router } from '../http/env'
import { mountApps, type StaticApps } from './apps.routes'
import { mountStyle } from './layout'
import { mountProblemPages } from './problems.routes'
import { mountPosterStyle } from './stamp/poster-sheet'
import { mountStamp } from './stamp/stamp.routes'
import { mountSetup } from './setup/setup.routes'
import { mountWelcome } from './welcome.routes'

/** Everything for browsers: the two apps and the pages that the server draws itself. */
export function mountPages(router: Router, deps: Deps, apps: StaticApps): void {
  mountStyle(router)
  mountWelcome(router, deps)
  mountProblemPages(router)
  mountSetup(router, deps)
  mountStamp(router, deps)
  mountPosterStyle(router)
  mountApps(router, apps)
}
