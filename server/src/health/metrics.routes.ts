import { createHash, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config'
import type { Router } from '../http/env'
import { ProblemError } from '../problem-error'
import type { Metrics } from './metrics'

/** `/metrics`, for whoever knows METRICS_TOKEN; without that variable it does not exist. */
export function mountMetrics(router: Router, { metricsToken }: Config, metrics: Metrics): void {
  if (metricsToken === undefined) return
  const expected = digest(`Bearer ${metricsToken}`)
  router.get('/metrics', (c) => {
    const given = digest(c.req.header('authorization') ?? '')
    if (!timingSafeEqual(given, expected)) throw new ProblemError('TOKEN_INVALID')
    return c.body(metrics.text(), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    })
  })
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
