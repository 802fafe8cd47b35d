import { ENDPOINTS } from '@counterfoil/protocol'
import * as z from 'zod'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { listStores, requireStore } from './store.query'
import { createStore, updateStore } from './store.repository'

export function mountStores(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listStores, async ({ deps, query, caller }) => {
    const scope = `stores/${caller.merchant_id}`
    const after = decodeCursor(deps.crypto, scope, z.string(), query.cursor)
    const page = { after, limit: query.limit + 1 }
    const stores = await listStores(deps.db, caller.merchant_id, page)
    const cursorOf = (last: { code: string }) => encodeCursor(deps.crypto, scope, last.code)
    return pageOf(stores, query.limit, (store) => store, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getStore, async ({ deps, params, caller }) => ({
    store: await requireStore(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.createStore, async (call) => ({
    store: await createStore(call, call.body),
  }))
  mount(router, deps, ENDPOINTS.updateStore, async (call) => ({
    store: await updateStore(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.deleteStore, async (call) => {
    await updateStore(call, call.params.id, { active: false })
  })
}
