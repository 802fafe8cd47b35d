import type { Deps } from '../deps'
import type { Router } from '../http/env'
import { mountCorrections } from './corrections.routes'
import { mountClockExports } from './exports.routes'
import { mountPosters } from './phone/posters.routes'
import { mountSheets } from './sheets.routes'

export function mountClock(router: Router, deps: Deps): void {
  mountSheets(router, deps)
  mountCorrections(router, deps)
  mountClockExports(router, deps)
  mountPosters(router, deps)
}
