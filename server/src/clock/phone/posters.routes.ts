import { ENDPOINTS } from '@counterfoil/protocol'
import * as z from 'zod'
import type { Deps } from '../../deps'
import { decodeCursor, encodeCursor, pageOf } from '../../http/cursor'
import type { Router } from '../../http/env'
import { mount } from '../../http/mount'
import { issuePoster, withdrawPoster } from './poster'
import { listPosters, posterOf } from './poster.query'

export function mountPosters(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listPosters, async ({ deps: { db, crypto }, caller, query }) => {
    const scope = `posters/${caller.merchant_id}`
    const after = decodeCursor(crypto, scope, z.string(), query.cursor)
    const rows = await listPosters(db, caller.merchant_id, { after, limit: query.limit + 1 })
    return pageOf(rows, query.limit, posterOf, ({ code }) => encodeCursor(crypto, scope, code))
  })
  mount(router, deps, ENDPOINTS.issuePoster, (call) => issuePoster(call, call.params.id))
  mount(router, deps, ENDPOINTS.withdrawPoster, (call) => withdrawPoster(call, call.params.id))
}
