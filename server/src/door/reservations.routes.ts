import { ENDPOINTS, idSchema } from '@counterfoil/protocol'
import * as z from 'zod'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { cancelReservation } from './cancel-reservation'
import { changeReservation } from './change-reservation'
import { loadFigures } from './figures.query'
import { type ListedGuest, listReservations, requireReservation } from './reservation.query'
import { book } from './reservation.repository'
import { sendAgain } from './send-again'

export const guestPositionSchema = z.strictObject({ name_key: z.string(), id: idSchema })

export function mountReservations(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listReservations, async ({ deps, query, caller }) => {
    const { limit, cursor, ...filters } = query
    const scope = `reservations/${caller.merchant_id}`
    const after = decodeCursor(deps.crypto, scope, guestPositionSchema, cursor)
    const { performance_id, status, search } = filters
    const page = { performance_id, status, search, after, limit: limit + 1 }
    const guests = await listReservations(deps.db, caller.merchant_id, page)
    const cursorOf = ({ position }: ListedGuest) => encodeCursor(deps.crypto, scope, position)
    return pageOf(guests, limit, ({ reservation }) => reservation, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getReservation, async ({ deps, params, caller }) => ({
    reservation: await requireReservation(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.createReservation, async (call) => {
    const { status, ...booking } = call.body
    return { reservation: await book(call, { ...booking, source: 'merchant' }, status) }
  })
  mount(router, deps, ENDPOINTS.updateReservation, async (call) => ({
    reservation: await changeReservation(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.deleteReservation, async (call) => {
    await cancelReservation(call, call.params.id)
  })
  mount(router, deps, ENDPOINTS.sendReservation, async (call) => ({
    reservation: await sendAgain(call, call.params.id),
  }))
  mount(router, deps, ENDPOINTS.getPerformanceFigures, async ({ deps, params, caller, now }) => ({
    figures: await loadFigures(deps.db, caller.merchant_id, params.id, now),
  }))
}
