import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Deps } from './deps'
import type { AppEnv } from './http/env'
import { answerNotFound, createErrorHandler } from './http/problem-answer'
import { requestContext } from './http/request-context'

/** The whole server as one function from request to answer; owns no socket and no timer. */
export function createApp(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.onError(createErrorHandler(deps.log))
  app.notFound(answerNotFound)
  app.use(requestContext(deps))
  app.use(compress({ threshold: 1024 }))
  return app
}
