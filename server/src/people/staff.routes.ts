import { ENDPOINTS, idSchema } from '@counterfoil/protocol'
import * as z from 'zod'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { qrPng } from '../qr/qr-code'
import { listStaff, requireStaff, type StaffPosition } from './staff.query'
import { createStaff, issueBadge, setPin, unlockStaff, updateStaff } from './staff.repository'

const positionSchema = z.strictObject({ name: z.string(), id: idSchema })

export function mountStaff(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listStaff, async ({ deps, query, caller, now }) => {
    const scope = `staff/${caller.merchant_id}`
    const after = decodeCursor(deps.crypto, scope, positionSchema, query.cursor)
    const page = { after, limit: query.limit + 1 }
    const people = await listStaff(deps.db, caller.merchant_id, page, now)
    const cursorOf = ({ name, id }: StaffPosition) => encodeCursor(deps.crypto, scope, { name, id })
    return pageOf(people, query.limit, (person) => person, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getStaff, async ({ deps, params, caller, now }) => ({
    staff: await requireStaff(deps.db, caller.merchant_id, params.id, now),
  }))
  mount(router, deps, ENDPOINTS.createStaff, async (call) => ({
    staff: await createStaff(call, call.body),
  }))
  mount(router, deps, ENDPOINTS.updateStaff, async (call) => ({
    staff: await updateStaff(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.deleteStaff, async (call) => {
    await updateStaff(call, call.params.id, { active: false })
  })
  mount(router, deps, ENDPOINTS.setPin, async (call) => ({
    staff: await setPin(call, call.params.id, call.body.pin),
  }))
  mount(router, deps, ENDPOINTS.unlockStaff, async (call) => ({
    staff: await unlockStaff(call, call.params.id),
  }))
  mount(router, deps, ENDPOINTS.issueBadge, async (call) => {
    const { staff, token } = await issueBadge(call, call.params.id)
    const qr_png = await qrPng(`${call.deps.config.publicUrl}/b/${token}`)
    return { staff, token, qr_png }
  })
}
