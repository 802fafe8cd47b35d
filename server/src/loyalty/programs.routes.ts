import { ENDPOINTS, idSchema } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { listPrograms, requireProgram } from './program.query'
import { createProgram, updateProgram } from './program.repository'

export function mountPrograms(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listPrograms, async ({ deps, query, caller }) => {
    const scope = `programs/${caller.merchant_id}`
    const before = decodeCursor(deps.crypto, scope, idSchema, query.cursor)
    const page = { before, limit: query.limit + 1 }
    const programs = await listPrograms(deps.db, caller.merchant_id, page)
    const cursorOf = (last: { id: string }) => encodeCursor(deps.crypto, scope, last.id)
    return pageOf(programs, query.limit, (program) => program, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getProgram, async ({ deps, params, caller }) => ({
    program: await requireProgram(deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.createProgram, async (call) => ({
    program: await createProgram(call, call.body),
  }))
  mount(router, deps, ENDPOINTS.updateProgram, async (call) => ({
    program: await updateProgram(call, call.params.id, call.body),
  }))
  mount(router, deps, ENDPOINTS.deleteProgram, async (call) => {
    await updateProgram(call, call.params.id, { active: false })
  })
}
