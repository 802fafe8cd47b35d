import { ENDPOINTS, idSchema } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { qrPng } from '../qr/qr-code'
import { listCards, requireCard } from './card.query'
import { issueCards, updateCard } from './card.repository'

export function mountCards(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listCards, async ({ deps, query, caller }) => {
    const { limit, cursor, program_id, customer_id, search } = query
    const scope = `cards/${caller.merchant_id}`
    const before = decodeCursor(deps.crypto, scope, idSchema, cursor)
    const page = { program_id, customer_id, search, before, limit: limit + 1 }
    const cards = await listCards(deps.db, caller.merchant_id, page)
    const cursorOf = (last: { id: string }) => encodeCursor(deps.crypto, scope, last.id)
    return pageOf(cards, limit, (card) => card, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getCard, async ({ deps, params, caller }) => ({
    card: await requireCard(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.createCard, async (call) => {
    const [issued] = await issueCards(call, { ...call.body, count: 1 })
    if (issued === undefined) throw new Error('one card was to be made')
    const qr_png = await qrPng(`${call.deps.config.publicUrl}/c/${issued.token}`)
    return { ...issued, qr_png }
  })
  mount(router, deps, ENDPOINTS.createCards, async (call) => ({
    items: await issueCards(call, call.body),
  }))
  mount(router, deps, ENDPOINTS.updateCard, async (call) => ({
    card: await updateCard(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.deleteCard, async (call) => {
    await updateCard(call, call.params.id, { status: 'blocked' })
  })
}
