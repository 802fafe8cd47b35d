import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../http/env'

export interface Metrics {
  readonly count: MiddlewareHandler<AppEnv>
  /** In Prometheus' text format. */
  text(): string
}

interface Series {
  count: number
  seconds: number
}

/** Requests by route and status, memory, and how late the event loop runs. */
export function createMetrics(): Metrics {
  const requests = new Map<string, Series>()
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  return {
    count: async (c, next) => {
      const start = performance.now()
      await next()
      // Patterns of routes, never paths: the number of series stays small.
      const labels = `method="${c.req.method}",route="${c.req.routePath}",status="${c.res.status}"`
      const series = requests.get(labels) ?? { count: 0, seconds: 0 }
      series.count += 1
      series.seconds += (performance.now() - start) / 1000
      requests.set(labels, series)
    },
    text: () => {
      const lines = [
        ...gauge('process_uptime_seconds', process.uptime()),
        ...gauge('process_resident_memory_bytes', process.memoryUsage.rss()),
        ...gauge('nodejs_eventloop_delay_p99_seconds', delay.percentile(99) / 1e9),
        '# TYPE http_request_duration_seconds summary',
        ...[...requests].flatMap(([labels, { count, seconds }]) => [
          `http_request_duration_seconds_count{${labels}} ${count}`,
          `http_request_duration_seconds_sum{${labels}} ${seconds.toFixed(6)}`,
        ]),
      ]
      delay.reset()
      return `${lines.join('\n')}\n`
    },
  }
}

function gauge(name: string, value: number): string[] {
  return [`# TYPE ${name} gauge`, `${name} ${value}`]
}
