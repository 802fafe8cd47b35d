import { ENDPOINTS, type GuestReservation, type Reservation } from '@counterfoil/protocol'
import { forMerchant } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { bookAsGuest, cancelAsGuest, changeAsGuest, confirmAsGuest, guestOf } from './guest'
import { countBooking, countConfirmation } from './guest-limit'
import { requirePerformance } from './performance.query'
import { loadProgramme } from './programme.query'

/** The same that the pages for guests do, for programs. */
export function mountPublicBooking(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.getProgramme, async ({ deps, params, now }) => {
    const { merchant, performances } = await loadProgramme(deps, params.slug, now)
    return { merchant, performances: [...performances] }
  })
  mount(router, deps, ENDPOINTS.bookSeats, async (call) => {
    await countBooking(call)
    const { merchant_id } = await loadProgramme(call.deps, call.params.slug, call.now)
    await bookAsGuest(guestOf(call, merchant_id), call.body)
    return { status: 'check_mail' as const }
  })
  mount(router, deps, ENDPOINTS.confirmSeats, async (call) => {
    await countConfirmation(call)
    const { merchant_id, reservation, token } = await confirmAsGuest(call, call.body.token)
    const ticket_url = `${call.deps.config.publicUrl}/t/${token}`
    return { reservation: await toldOf(call.deps, merchant_id, reservation), ticket_url }
  })
  mount(router, deps, ENDPOINTS.changeSeats, async (call) => {
    await countConfirmation(call)
    const { token, party_size } = call.body
    const { merchant_id, reservation } = await changeAsGuest(call, token, party_size)
    return { reservation: await toldOf(call.deps, merchant_id, reservation) }
  })
  mount(router, deps, ENDPOINTS.cancelSeats, async (call) => {
    await countConfirmation(call)
    const { merchant_id, reservation } = await cancelAsGuest(call, call.body.token)
    return { reservation: await toldOf(call.deps, merchant_id, reservation) }
  })
}

async function toldOf(
  deps: Deps,
  merchantId: string,
  { performance_id, name, party_size, status }: Reservation,
): Promise<GuestReservation> {
  const db = forMerchant(deps.db, merchantId)
  const { title, starts_at } = await requirePerformance(db, merchantId, performance_id)
  return { performance_id, title, starts_at, name, party_size, status }
}
