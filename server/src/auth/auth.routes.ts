import { SECOND } from '@counterfoil/domain'
import { ENDPOINTS } from '@counterfoil/protocol'
import { acrossMerchants } from '../db/wall/merchant-scope'
import type { Deps } from '../deps'
import type { Router } from '../http/env'
import { mount } from '../http/mount'
import { ACCESS_TOKEN_LIFE, signAccessToken } from './access-token'
import { describeUser } from './describe-user'
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie'
import { endSession, SESSION_LIFE, startSession } from './sessions.repository'
import { signIn } from './sign-in'
import { recordSignIn } from './sign-in-audit'

export function mountAuth(router: Router, deps: Deps): void {
  mount(router, deps, ENDPOINTS.login, async ({ c, deps, body, ip, now }) => {
    const { email, password } = body
    const account = await signIn(deps, { email, password, ip, now, method: 'cookie' })
    const user_agent = c.req.header('user-agent') ?? null
    const { account_id } = account
    const token = await startSession(deps.db, { account_id, now, ip, user_agent })
    writeSessionCookie(c, deps.config, token, SESSION_LIFE / SECOND)
    return { user: await describeUser(deps.db, account_id) }
  })

  mount(router, deps, ENDPOINTS.logout, async ({ c, deps, ip, now }) => {
    const token = readSessionCookie(c, deps.config)
    clearSessionCookie(c, deps.config)
    if (token === undefined) return
    const db = acrossMerchants(deps.db)
    const accountId = await db.transaction().execute(async (trx) => {
      const ended = await endSession(trx, token)
      if (ended === undefined) return undefined
      await recordSignIn(trx, deps.newId, ended, 'session.end', { ip, now, method: 'cookie' })
      return ended
    })
    if (accountId !== undefined) deps.bus.notify(accountId, ['sessions'])
  })

  mount(router, deps, ENDPOINTS.me, async ({ deps, caller }) => ({
    user: await describeUser(deps.db, caller.account_id),
  }))

  mount(router, deps, ENDPOINTS.token, async ({ deps, body, ip, now }) => {
    const { email, password } = body
    const { account_id } = await signIn(deps, { email, password, ip, now, method: 'token' })
    const access_token = await signAccessToken(deps, account_id, now)
    return { access_token, token_type: 'Bearer' as const, expires_in: ACCESS_TOKEN_LIFE }
  })
}
