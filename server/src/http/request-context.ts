import type { MiddlewareHandler } from 'hono'
import type { Deps } from '../deps'
import { createAddressReader } from './client-address'
import type { AppEnv } from './env'

/** Asked every few seconds for ever: not worth a line each. */
const PROBES = new Set(['/healthz', '/readyz', '/metrics'])

/** First in line: id, time and address of the request, and its line in the log. */
export function requestContext(
  deps: Pick<Deps, 'config' | 'log' | 'newId' | 'now'>,
): MiddlewareHandler<AppEnv> {
  const addressOf = createAddressReader(deps.config.trustedProxies)
  return async (c, next) => {
    const start = performance.now()
    c.set('request_id', deps.newId())
    c.set('now', deps.now())
    c.set('ip', addressOf(c))
    c.header('x-request-id', c.var.request_id)
    await next()
    const { request_id, ip, who } = c.var
    const ms = Math.round((performance.now() - start) * 10) / 10
    // The route's pattern, not its path: some paths are tokens.
    const route = c.req.routePath
    const level = PROBES.has(c.req.path) ? 'debug' : 'info'
    deps.log[level]({ request_id, method: c.req.method, route, status: c.res.status, ms, ip, who })
  }
}
