import { ENDPOINTS } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { readLeases } from './lease.query'
import { setLeases } from './lease.repository'

export function mountLeases(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.getPerformanceLeases, async ({ deps, params, caller }) => ({
    leases: await readLeases(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.setPerformanceLeases, async (call) => ({
    leases: await setLeases(call, call.params.id, call.body),
  }))
}
