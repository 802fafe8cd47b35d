import { ENDPOINTS, idSchema } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { createReward, updateReward } from './reward.repository'
import { listRewards, requireReward } from './reward.table'

export function mountRewards(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listRewards, async ({ deps, query, caller }) => {
    const { limit, cursor, program_id } = query
    const scope = `rewards/${caller.merchant_id}`
    const before = decodeCursor(deps.crypto, scope, idSchema, cursor)
    const page = { program_id, before, limit: limit + 1 }
    const rewards = await listRewards(deps.db, caller.merchant_id, page)
    const cursorOf = (last: { id: string }) => encodeCursor(deps.crypto, scope, last.id)
    return pageOf(rewards, limit, (reward) => reward, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getReward, async ({ deps, params, caller }) => ({
    reward: await requireReward(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.createReward, async (call) => ({
    reward: await createReward(call, call.body),
  }))
  mount(router, deps, ENDPOINTS.updateReward, async (call) => ({
    reward: await updateReward(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.deleteReward, async (call) => {
    await updateReward(call, call.params.id, { active: false })
  })
}
