import { isId, isLocalDay } from '@counterfoil/domain'
import { ENDPOINTS, idSchema } from '@counterfoil/protocol'
import * as z from 'zod'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { createAmendment } from './amend'
import { listAmendments, requireAmendment } from './amendment.query'
import { loadClockSettings, updateClockSettings } from './clock-settings'
import { closePeriod, reopenPeriod } from './period'
import { listPeriods, requirePeriod } from './period.query'
import { answerRequest, createRequest } from './request'
import { listRequests, requireRequest } from './request.query'

const daySchema = z.tuple([z.string().refine(isLocalDay), z.string().refine(isId)])
const same = <T>(item: T): T => item

export function mountCorrections(router: Router, deps: Deps): void {
  mountAmendments(router, deps)
  mountRequests(router, deps)
  mountPeriods(router, deps)
  mount(router, deps, ENDPOINTS.getClockSettings, async ({ deps, caller }) => ({
    settings: await loadClockSettings(deps.db, caller.merchant_id),
  }))
  mount(router, deps, ENDPOINTS.updateClockSettings, async (call) => ({
    settings: await updateClockSettings(call, call.body),
  }))
}

function mountAmendments(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listAmendments, async ({ deps: { db, crypto }, caller, query }) => {
    const { limit, cursor, ...filter } = query
    const scope = `amendments/${caller.merchant_id}`
    const before = decodeCursor(crypto, scope, idSchema, cursor)
    const rows = await listAmendments(db, caller.merchant_id, filter, { before, limit: limit + 1 })
    return pageOf(rows, limit, same, ({ id }) => encodeCursor(crypto, scope, id))
  })
  mount(router, deps, ENDPOINTS.createAmendment, async (call) => ({
    amendment: await createAmendment(call, call.body),
  }))
  mount(router, deps, ENDPOINTS.getAmendment, async ({ deps, caller, params }) => ({
    amendment: await requireAmendment(deps.db, caller.merchant_id, params.id),
  }))
}

function mountRequests(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listRequests, async ({ deps: { db, crypto }, caller, query }) => {
    const { limit, cursor, ...filter } = query
    const scope = `requests/${caller.merchant_id}`
    const before = decodeCursor(crypto, scope, idSchema, cursor)
    const rows = await listRequests(db, caller.merchant_id, filter, { before, limit: limit + 1 })
    return pageOf(rows, limit, same, ({ id }) => encodeCursor(crypto, scope, id))
  })
  mount(router, deps, ENDPOINTS.createRequest, async (call) => ({
    request: await createRequest(call, call.body),
  }))
  mount(router, deps, ENDPOINTS.getRequest, async ({ deps, caller, params }) => ({
    request: await requireRequest(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.answerRequest, async (call) => ({
    request: await answerRequest(call, call.params.id, call.body),
  }))
}

function mountPeriods(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listPeriods, async ({ deps: { db, crypto }, caller, query }) => {
    const { limit, cursor, ...filter } = query
    const scope = `periods/${caller.merchant_id}`
    const [to_day, id] = decodeCursor(crypto, scope, daySchema, cursor) ?? []
    const before = to_day === undefined || id === undefined ? undefined : { to_day, id }
    const rows = await listPeriods(db, caller.merchant_id, filter, { before, limit: limit + 1 })
    return pageOf(rows, limit, same, (last) => encodeCursor(crypto, scope, [last.to_day, last.id]))
  })
  mount(router, deps, ENDPOINTS.closePeriod, async (call) => ({
    period: await closePeriod(call, call.body),
  }))
  mount(router, deps, ENDPOINTS.getPeriod, async ({ deps, caller, params }) => ({
    period: await requirePeriod(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.reopenPeriod, async (call) => ({
    period: await reopenPeriod(call, call.params.id, call.body.reason),
  }))
}
