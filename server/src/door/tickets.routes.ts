import { ENDPOINTS, idSchema } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { qrPng } from '../qr/qr-code'
import { listTickets, requireTicket } from './ticket.query'
import { issueTicket, updateTicket } from './ticket.repository'

export function mountTickets(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listTickets, async ({ deps, query, caller }) => {
    const { limit, cursor, performance_id, search } = query
    const scope = `tickets/${caller.merchant_id}`
    const before = decodeCursor(deps.crypto, scope, idSchema, cursor)
    const page = { performance_id, search, before, limit: limit + 1 }
    const tickets = await listTickets(deps.db, caller.merchant_id, page)
    const cursorOf = (last: { id: string }) => encodeCursor(deps.crypto, scope, last.id)
    return pageOf(tickets, limit, (ticket) => ticket, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getTicket, async ({ deps, params, caller }) => ({
    ticket: await requireTicket(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.createTicket, async (call) => {
    const issued = await issueTicket(call, call.body)
    const qr_png = await qrPng(`${call.deps.config.publicUrl}/t/${issued.token}`)
    return { ...issued, qr_png }
  })
  mount(router, deps, ENDPOINTS.updateTicket, async (call) => ({
    ticket: await updateTicket(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.deleteTicket, async (call) => {
    await updateTicket(call, call.params.id, { status: 'revoked' })
  })
}
