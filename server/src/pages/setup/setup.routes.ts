import { SECOND } from '@counterfoil/domain'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../../deps'
import { writeSessionCookie } from '../../auth/session-cookie'
import { SESSION_LIFE, startSession } from '../../auth/sessions.repository'
import { networkOf } from '../../http/client-address'
import type { AppEnv, Router } from '../../http/env'
import { checkOrigin } from '../../http/origin'
import { readForm } from '../../http/read-form'
import { answerPage } from '../layout'
import { claimServer } from './claim-server'
import { setupForm, type SetupField, setupSchema } from './setup-form'
import { isSetupToken, isUnclaimed } from './setup-link'

/** `/setup`: the page behind the link that a server without accounts prints when it starts. */
export function mountSetup(router: Router, deps: Deps): void {
  router.get('/setup', async (c) => {
    const token = c.req.query('token') ?? ''
    if (!(await opens(deps, c, token))) return answerGone(c)
    const body = setupForm({ token, values: { currency: 'EUR' }, errors: {} })
    return answerPage(c, { title: 'Set up', body })
  })

  router.post('/setup', async (c) => {
    checkOrigin(c.req.raw, deps.config.publicUrl)
    const values = await readForm(c.req.raw)
    const token = values['token'] ?? ''
    if (!(await opens(deps, c, token))) return answerGone(c)
    const setup = setupSchema.safeParse(values)
    if (!setup.success) {
      const errors = firstErrors(setup.error.issues)
      const body = setupForm({ token, values, errors })
      return answerPage(c, { title: 'Set up', body }, 422)
    }
    const accountId = await claimServer(deps, setup.data, c.var.ip)
    if (accountId === undefined) return answerGone(c)
    await signInFirst(deps, c, accountId)
    return c.redirect('/console/', 303)
  })
}

async function opens(deps: Deps, c: Context<AppEnv>, token: string): Promise<boolean> {
  deps.limits.spend('address', networkOf(c.var.ip))
  return isSetupToken(deps.crypto, token, c.var.now) && (await isUnclaimed(deps.db))
}

function answerGone(c: Context<AppEnv>): Response | Promise<Response> {
  const body = html`<h1>This link has been used or has run out</h1>
    <p>
      If nobody has set up this server yet, start it again: it prints a new link. Otherwise
      <a href="/console/">sign in</a>.
    </p>`
  return answerPage(c, { title: 'Set up', body }, 410)
}

async function signInFirst(deps: Deps, c: Context<AppEnv>, account_id: string): Promise<void> {
  const { now, ip } = c.var
  const user_agent = c.req.header('user-agent') ?? null
  const token = await startSession(deps.db, { account_id, now, ip, user_agent })
  writeSessionCookie(c, deps.config, token, SESSION_LIFE / SECOND)
}

function firstErrors(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Partial<Record<SetupField, string>> {
  const byField = issues.map(({ path, message }) => [String(path[0] ?? ''), message])
  return Object.fromEntries(byField.toReversed())
}
