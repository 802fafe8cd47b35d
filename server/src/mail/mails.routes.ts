import { ENDPOINTS, idSchema } from '@counterfoil/protocol'
import type { Deps } from '../deps'
import { decodeCursor, encodeCursor, pageOf } from '../http/cursor'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { listMails, requireMail, retryMail } from './mail.query'

/** The outbox as its merchant sees it. */
export function mountMails(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.listMails, async ({ deps, query, caller }) => {
    const { limit, cursor, status } = query
    const scope = `mails/${caller.merchant_id}`
    const before = decodeCursor(deps.crypto, scope, idSchema, cursor)
    const mails = await listMails(deps, caller.merchant_id, { before, status, limit: limit + 1 })
    const cursorOf = (last: { id: string }) => encodeCursor(deps.crypto, scope, last.id)
    return pageOf(mails, limit, (mail) => mail, cursorOf)
  })
  mount(router, deps, ENDPOINTS.getMail, async ({ deps, params, caller }) => ({
    mail: await requireMail(deps, deps.db, caller.merchant_id, params.id),
  }))
  mount(router, deps, ENDPOINTS.retryMail, async (call) => ({
    mail: await retryMail(call, call.params.id),
  }))
}
