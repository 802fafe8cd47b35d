import type { Deps } from '../deps'
import type { Router } from '../http/env'
import type { Ingest } from '../sync/ingest/ingest'
import { mountApps, type StaticApps } from './apps.routes'
import { mountLinkPages } from './booking/links.routes'
import { mountProgramme } from './booking/programme.routes'
import { mountTicketPages } from './booking/ticket.routes'
import { mountStyle } from './layout'
import { mountPrint } from './print'
import { mountProblemPages } from './problems.routes'
import { mountPosterStyle } from './stamp/poster-sheet'
import { mountStamp } from './stamp/stamp.routes'
import { mountSetup } from './setup/setup.routes'
import { mountWelcome } from './welcome.routes'

/** Everything for browsers: the two apps and the pages that the server draws itself. */
export function mountPages(router: Router, deps: Deps, ingest: Ingest, apps: StaticApps): void {
  mountStyle(router)
  mountPrint(router)
  mountWelcome(router, deps)
  mountProblemPages(router)
  mountSetup(router, deps)
  mountStamp(router, deps, ingest)
  mountPosterStyle(router)
  mountProgramme(router, deps)
  mountLinkPages(router, deps)
  mountTicketPages(router, deps)
  mountApps(router, apps)
}
