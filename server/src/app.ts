import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { mountAdmin } from './admin/admin.routes'
import { mountAuth } from './auth/auth.routes'
import { mountClock } from './clock/clock.routes'
import { mountCustomers } from './customers/customers.routes'
import { mountDemo } from './demo/demo.routes'
import type { Deps } from './deps'
import { mountClaim } from './devices/claim.routes'
import { mountDevices } from './devices/devices.routes'
import { mountCheckIns } from './door/check-ins/check-ins.routes'
import { mountGuests } from './door/guests/guests.routes'
import { mountIssuerKeys } from './door/issuer-keys.routes'
import { mountLeases } from './door/leases.routes'
import { mountPerformances } from './door/performances.routes'
import { mountPublicBooking } from './door/public.routes'
import { mountReservations } from './door/reservations.routes'
import { mountTickets } from './door/tickets.routes'
import { mountVenues } from './door/venues.routes'
import { mountHealth, mountReadiness } from './health/health.routes'
import { createMetrics } from './health/metrics'
import { mountMetrics } from './health/metrics.routes'
import type { AppEnv } from './http/env'
import { answerNotFound, createErrorHandler } from './http/problem-answer'
import { requestContext } from './http/request-context'
import { securityHeaders } from './http/security-headers'
import { mountLedger } from './ledger/ledger.routes'
import { mountCards } from './loyalty/cards.routes'
import { mountPrograms } from './loyalty/programs.routes'
import { mountRewards } from './loyalty/rewards.routes'
import { mountMails } from './mail/mails.routes'
import { mountSettings } from './merchants/settings.routes'
import { mountStores } from './merchants/stores.routes'
import { mountOpenApi } from './openapi/openapi.routes'
import type { StaticApps } from './pages/apps.routes'
import { mountPages } from './pages/pages.routes'
import { mountStaff } from './people/staff.routes'
import { createIngest } from './sync/ingest/ingest'
import { mountSync } from './sync/sync.routes'

/**
 * The whole server as one function from request to answer; owns no socket and no timer.
 * @param apps the built apps of browsers; none in tests of routes
 */
export function createApp(deps: Deps, apps: StaticApps = new Map()): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.onError(createErrorHandler(deps.log))
  app.notFound(answerNotFound)
  const metrics = createMetrics()
  app.use(requestContext(deps))
  app.use(metrics.count)
  app.use(securityHeaders(deps.config.publicUrl))
  app.use(compress({ threshold: 1024 }))
  mountHealth(app)
  mountReadiness(app, deps)
  mountMetrics(app, deps.config, metrics)
  for (const mountFeature of FEATURES) mountFeature(app, deps)
  // One of each node, so that all that comes for a merchant waits in one line.
  const ingest = createIngest(deps)
  mountSync(app, deps, ingest)
  mountCheckIns(app, deps, ingest)
  mountPages(app, deps, ingest, apps)
  return app
}

const FEATURES = [
  mountOpenApi,
  mountAuth,
  mountAdmin,
  mountStores,
  mountSettings,
  mountStaff,
  mountPrograms,
  mountRewards,
  mountCards,
  mountCustomers,
  mountVenues,
  mountPerformances,
  mountLeases,
  mountReservations,
  mountGuests,
  mountMails,
  mountPublicBooking,
  mountTickets,
  mountIssuerKeys,
  mountClock,
  mountDevices,
  mountClaim,
  mountDemo,
  mountLedger,
]
