import { type Endpoint, LIMITS, type ReadBody } from '@counterfoil/protocol'
import type { Context } from 'hono'
import * as z from 'zod'
import { forMerchant } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import { answerOnce } from './answer-once'
import type { Call, Handler } from './call'
import type { AnyCaller } from './caller'
import type { AppEnv, Router } from './env'
import { identify } from './identify'
import { MAX_BODY_BYTES, readJson } from './read-body'
import { readBodyBy, readParamsBy, readQueryBy } from './validate'

export interface MountOptions<Body> {
  /** How deep a body may be nested; more than usual only where nobody recurses over it. */
  readonly deepest?: number
  /** Instead of the endpoint's own schema, for bodies whose parts are judged one by one. */
  readonly readBody: (json: unknown, c: Context<AppEnv>) => Body
}

const NOTHING = z.strictObject({})
const NO_BODY = NOTHING.optional()

/**
 * Mounts one endpoint: finds the caller, reads what is sent by the endpoint's schemas, answers with
 * its status. A merchant's endpoint is mounted a second time for platform admins, under
 * `/api/v1/admin/merchants/:merchant_id`.
 */
export function mount<E extends Endpoint, Body = ReadBody<E>>(
  router: Router,
  deps: Deps,
  endpoint: E,
  handler: Handler<E, Body>,
  options?: MountOptions<Body>,
): void {
  const read = (c: Context<AppEnv>) => readJson(c.req.raw, limitOf(endpoint), options?.deepest)
  const serve = (onBehalf: boolean) => async (c: Context<AppEnv>) => {
    const caller = await identify(deps, c, endpoint, onBehalf)
    const { merchant_id: _, ...params } = c.req.param()
    const json = endpoint.method === 'GET' ? undefined : await read(c)
    // The schemas are the endpoint's own: what they read has the types it promises.
    const call = {
      deps: depsOf(deps, caller),
      caller,
      params: readParamsBy(endpoint.params ?? NOTHING, params),
      query: readQueryBy(endpoint.query ?? NOTHING, new URL(c.req.url).searchParams),
      body: options ? options.readBody(json, c) : readBodyBy(endpoint.body ?? NO_BODY, json),
      request_id: c.var.request_id,
      ip: c.var.ip,
      now: c.var.now,
      c,
    } as unknown as Call<E, Body>
    return answerOnce(call, endpoint, json, handler)
  }
  router.on(endpoint.method, endpoint.path, serve(false))
  if (endpoint.caller === 'merchant') router.on(endpoint.method, twinOf(endpoint.path), serve(true))
}

/** Whoever acts for a merchant reaches the rows of that merchant and no others. */
function depsOf(deps: Deps, caller: AnyCaller): Deps {
  if (caller === undefined || !('merchant_id' in caller)) return deps
  return { ...deps, db: forMerchant(deps.db, caller.merchant_id) }
}

/** The path of a merchant's route on which a platform admin acts on behalf. */
export function twinOf(path: string): string {
  return path.replace('/api/v1/merchant/', '/api/v1/admin/merchants/:merchant_id/')
}

/** Batches of operations may be larger than anything else. */
function limitOf({ path }: Endpoint): number {
  return path.endsWith('/sync/push') ? LIMITS.max_bytes : MAX_BODY_BYTES
}
