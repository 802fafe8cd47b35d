import { ENDPOINTS, idSchema } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { ProblemError } from '../problem-error'
import { findDevice, listDevices } from './device.query'
import { createDevice, pairDeviceAgain, revokeDevice, updateDevice } from './device.repository'

/** Tablets of a merchant, as the console sees and changes them. */
export function mountDevices(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listDevices, async ({ deps, query, caller, now }) => {
    const { limit, cursor, store_id } = query
    const scope = `devices/${caller.merchant_id}`
    const before = decodeCursor(deps.crypto, scope, idSchema, cursor)
    const page = { store_id, before, limit: limit + 1 }
    const devices = await listDevices(deps.db, caller.merchant_id, page, now)
    const cursorOf = (last: { id: string }) => encodeCursor(deps.crypto, scope, last.id)
    return pageOf(devices, limit, (device) => device, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getDevice, async ({ deps, params, caller, now }) => {
    const device = await findDevice(deps.db, caller.merchant_id, params.id, now)
    if (device === undefined) throw new ProblemError('NOT_FOUND', 'There is no such tablet.')
    return { device }
  })
  mount(router, deps, ENDPOINTS.createDevice, async (call) => {
    const { device, shown } = await createDevice(call, call.body)
    return { device, ...shown }
  })
  mount(router, deps, ENDPOINTS.pairDeviceAgain, async (call) => {
    const { device, shown } = await pairDeviceAgain(call, call.params.id)
    return { device, ...shown }
  })
  mount(router, deps, ENDPOINTS.updateDevice, async (call) => ({
    device: await updateDevice(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.revokeDevice, async (call) => ({
    device: await revokeDevice(call, call.params.id, call.body),
  }))
}
