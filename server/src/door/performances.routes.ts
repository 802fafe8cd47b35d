import { ENDPOINTS, idSchema } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { listPerformances, requirePerformance } from './performance.query'
import { createPerformance, updatePerformance } from './performance.repository'

export function mountPerformances(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listPerformances, async ({ deps, query, caller }) => {
    const scope = `performances/${caller.merchant_id}`
    const before = decodeCursor(deps.crypto, scope, idSchema, query.cursor)
    const page = { before, limit: query.limit + 1 }
    const found = await listPerformances(deps.db, caller.merchant_id, page)
    const cursorOf = (last: { id: string }) => encodeCursor(deps.crypto, scope, last.id)
    return pageOf(found, query.limit, (performance) => performance, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getPerformance, async ({ deps, params, caller }) => ({
    performance: await requirePerformance(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.createPerformance, async (call) => ({
    performance: await createPerformance(call, call.body),
  }))
  mount(router, deps, ENDPOINTS.updatePerformance, async (call) => ({
    performance: await updatePerformance(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.deletePerformance, async (call) => {
    await updatePerformance(call, call.params.id, { active: false })
  })
}
