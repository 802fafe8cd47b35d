import { Hono } from 'hono'
import { v7 } from 'uuid'
import { epochMs } from '@counterfoil/domain'
import type { Config } from './config'
import { mountHealth } from './health/health.routes'
import type { AppEnv } from './http/env'
import { answerProblem, createErrorHandler } from './http/problem-answer'
import { requestContext } from './http/request-context'
import { securityHeaders } from './http/security-headers'
import type { Logger } from './logger'
import { tryLater } from './problem-error'

/** What answers until the database is there: `/healthz`, and 503 to all else. */
export function createBootApp(config: Config, log: Logger): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const now = () => epochMs(Date.now())
  app.onError(createErrorHandler(log))
  app.notFound((c) => answerProblem(c, tryLater('UNAVAILABLE', 2, 'The server is starting.')))
  app.use(requestContext({ config, log, now, newId: v7 }))
  app.use(securityHeaders(config.publicUrl))
  mountHealth(app)
  return app
}
