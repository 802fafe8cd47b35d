import { ENDPOINTS, idSchema } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { loadBookingPage, updateBookingPage } from '../merchants/booking-page'
import { createShow, listShows, requireShow, updateShow } from './show.repository'
import { createVenue, listVenues, requireVenue, updateVenue } from './venue.repository'

/** What is played and where. */
export function mountVenues(router: Router, deps: Deps): void {
  mountShows(router, deps)
  mount(router, deps, ENDPOINTS.listVenues, async ({ deps, query, caller }) => {
    const scope = `venues/${caller.merchant_id}`
    const before = decodeCursor(deps.crypto, scope, idSchema, query.cursor)
    const page = { before, limit: query.limit + 1 }
    const venues = await listVenues(deps.db, caller.merchant_id, page)
    const cursorOf = (last: { id: string }) => encodeCursor(deps.crypto, scope, last.id)
    return pageOf(venues, query.limit, (venue) => venue, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getVenue, async ({ deps, params, caller }) => ({
    venue: await requireVenue(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.createVenue, async (call) => ({
    venue: await createVenue(call, call.body),
  }))
  mount(router, deps, ENDPOINTS.updateVenue, async (call) => ({
    venue: await updateVenue(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.deleteVenue, async (call) => {
    await updateVenue(call, call.params.id, { active: false })
  })
  mount(router, deps, ENDPOINTS.getBookingPage, async ({ deps, caller }) => ({
    booking_page: await loadBookingPage(deps, caller.merchant_id),
  }))
  mount(router, deps, ENDPOINTS.updateBookingPage, async (call) => ({
    booking_page: await updateBookingPage(call, call.body.slug),
  }))
}

function mountShows(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listShows, async ({ deps, query, caller }) => {
    const scope = `shows/${caller.merchant_id}`
    const before = decodeCursor(deps.crypto, scope, idSchema, query.cursor)
    const page = { before, limit: query.limit + 1 }
    const shows = await listShows(deps.db, caller.merchant_id, page)
    const cursorOf = (last: { id: string }) => encodeCursor(deps.crypto, scope, last.id)
    return pageOf(shows, query.limit, (show) => show, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getShow, async ({ deps, params, caller }) => ({
    show: await requireShow(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.createShow, async (call) => ({
    show: await createShow(call, call.body),
  }))
  mount(router, deps, ENDPOINTS.updateShow, async (call) => ({
    show: await updateShow(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.deleteShow, async (call) => {
    await updateShow(call, call.params.id, { active: false })
  })
}
