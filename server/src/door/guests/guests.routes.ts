import { formatInstant, instantMs } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import type { Deps } from '../../deps'
import { decodeCursor, encodeCursor, pageOf } from '../../http/cursor'
import type { Router } from '../../http/env'
import { mount } from '../../http/mount'
import { bytesOf } from '../../http/text-stream'
import { recordAudit } from '../../ledger/audit'
import { qrSvg } from '../../qr/qr-code'
import { requirePerformance } from '../performance.query'
import { guestPositionSchema } from '../reservations.routes'
import { exportGuests, guestsFileName } from './export-guests'
import { importGuests } from './import-guests'
import { type KnownTicket, knownTickets } from './printed-tickets.query'

/** Guest lists as files and on paper. */
export function mountGuests(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.exportGuests, async ({ deps, caller, params, now, ip, c }) => {
    const { merchant_id, account_id } = caller
    const { title, starts_at } = await requirePerformance(deps.db, merchant_id, params.id)
    const id = deps.newId()
    const action = 'reservation.export'
    const record = { id, merchant_id, at: now, account_id, action, ip } as const
    const detail = { performance: title, as_of: formatInstant(now) }
    await deps.db
      .transaction()
      .execute((trx) => recordAudit(trx, { ...record, subject_id: params.id, detail }))
    deps.bus.notify(merchant_id, ['audit'])
    const name = guestsFileName(title, instantMs(starts_at))
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', `attachment; filename="${name}"`)
    c.header('cache-control', 'no-store')
    return c.body(bytesOf(exportGuests(deps.db, merchant_id, params.id)))
  })
  mount(router, deps, ENDPOINTS.importGuests, async (call) => ({
    import: await importGuests(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.printTickets, async ({ deps, params, query, caller }) => {
    const { merchant_id } = caller
    const { limit, cursor, reservation_id } = query
    const scope = `printed-tickets/${params.id}`
    await requirePerformance(deps.db, merchant_id, params.id)
    const after = decodeCursor(deps.crypto, scope, guestPositionSchema, cursor)
    const wanted = { performance_id: params.id, reservation_id, after, limit: limit + 1 }
    const tickets = await knownTickets(deps.db, deps.crypto, merchant_id, wanted)
    const cursorOf = ({ position }: KnownTicket) => encodeCursor(deps.crypto, scope, position)
    const { items, next } = pageOf(tickets, limit, (ticket) => ticket, cursorOf)
    const printed = items.map(async ({ ticket_id, name, party_size, token }) => {
      const url = `${deps.config.publicUrl}/t/${token}`
      return { ticket_id, name, party_size, url, qr_svg: await qrSvg(url) }
    })
    return { items: await Promise.all(printed), next }
  })
}
