import { ENDPOINTS, idSchema } from '@counterfoil/protocol'
import * as z from 'zod'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { type ListedCustomer, listCustomers, requireCustomer } from './customer.query'
import { createCustomer, deleteCustomer, updateCustomer } from './customer.repository'

const positionSchema = z.strictObject({ name_key: z.string(), id: idSchema })

/** People with cards, for the merchant's console alone. */
export function mountCustomers(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listCustomers, async ({ deps, query, caller }) => {
    const { limit, cursor, search } = query
    const scope = `customers/${caller.merchant_id}`
    const after = decodeCursor(deps.crypto, scope, positionSchema, cursor)
    const page = { search, after, limit: limit + 1 }
    const customers = await listCustomers(deps.db, caller.merchant_id, page)
    const cursorOf = ({ position }: ListedCustomer) => encodeCursor(deps.crypto, scope, position)
    return pageOf(customers, limit, ({ customer }) => customer, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getCustomer, async ({ deps, params, caller }) => ({
    customer: await requireCustomer(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.createCustomer, async (call) => ({
    customer: await createCustomer(call, call.body),
  }))
  mount(router, deps, ENDPOINTS.updateCustomer, async (call) => ({
    customer: await updateCustomer(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.deleteCustomer, async (call) => {
    await deleteCustomer(call, call.params.id)
  })
}
