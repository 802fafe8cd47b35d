import type { EpochMs } from '@counterfoil/domain'
import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'

/** What the first middleware knows of every request. */
export interface RequestVariables {
  request_id: string
  /** EpochMs at arrival. */
  now: EpochMs
  /** Address of the client, as far as trusted proxies tell. */
  ip: string
  /** Who called, for the log: `user:<id>` or `device:<id>`. */
  who: string | undefined
}

export interface AppEnv {
  Bindings: Partial<HttpBindings>
  Variables: RequestVariables
}

/** What features mount their routes on. */
export type Router = Hono<AppEnv>
