import { SECOND } from '@counterfoil/domain'
import { type Language, loadServerMessages } from '@counterfoil/messages'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type * as z from 'zod'
import type { Deps } from '../../deps'
import { writeSessionCookie } from '../../auth/session-cookie'
import { SESSION_LIFE, startSession } from '../../auth/sessions.repository'
import { acceptedLanguage } from '../../http/accepted-languages'
import { networkOf } from '../../http/client-address'
import type { AppEnv, Router } from '../../http/env'
import { checkOrigin } from '../../http/origin'
import { readForm } from '../../http/read-form'
import { answerPage } from '../layout'
import { claimServer } from './claim-server'
import {
  SETUP_FIELDS,
  type SetupField,
  setupForm,
  type SetupFormState,
  setupSchema,
  type SetupTexts,
} from './setup-form'
import { isSetupToken, isUnclaimed } from './setup-link'

/** `/setup`: the page behind the link that a server without accounts prints when it starts. */
export function mountSetup(router: Router, deps: Deps): void {
  router.get('/setup', async (c) => {
    const token = c.req.query('token') ?? ''
    const page = await setupPage(c)
    if (!(await opens(deps, c, token))) return answerGone(page)
    return answerForm(page, { token, values: { currency: 'EUR' }, wrong: new Set() }, 200)
  })

  router.post('/setup', async (c) => {
    checkOrigin(c.req.raw, deps.config.publicUrl)
    const values = await readForm(c.req.raw)
    const token = values['token'] ?? ''
    const page = await setupPage(c)
    if (!(await opens(deps, c, token))) return answerGone(page)
    const setup = setupSchema.safeParse(values)
    if (!setup.success) {
      return answerForm(page, { token, values, wrong: wrongFields(setup.error) }, 422)
    }
    const accountId = await claimServer(deps, setup.data, c.var.ip)
    if (accountId === undefined) return answerGone(page)
    await signInFirst(deps, c, accountId)
    return c.redirect('/console/', 303)
  })
}

interface SetupPage {
  readonly c: Context<AppEnv>
  readonly lang: Language
  readonly t: SetupTexts
}

async function setupPage(c: Context<AppEnv>): Promise<SetupPage> {
  const lang = acceptedLanguage(c)
  return { c, lang, t: (await loadServerMessages(lang)).pages.setup }
}

function answerForm({ c, lang, t }: SetupPage, state: SetupFormState, status: 200 | 422) {
  return answerPage(c, { title: t.title, lang, body: setupForm(t, state) }, status)
}

async function opens(deps: Deps, c: Context<AppEnv>, token: string): Promise<boolean> {
  deps.limits.spend('address', networkOf(c.var.ip))
  return isSetupToken(deps.crypto, token, c.var.now) && (await isUnclaimed(deps.db))
}

function answerGone({ c, lang, t }: SetupPage): Response | Promise<Response> {
  const body = html`<h1>${t.gone}</h1>
    <p>${t.gone_text}</p>
    <p><a href="/console/">${t.sign_in}</a></p>`
  return answerPage(c, { title: t.title, lang, body }, 410)
}

async function signInFirst(deps: Deps, c: Context<AppEnv>, account_id: string): Promise<void> {
  const { now, ip } = c.var
  const user_agent = c.req.header('user-agent') ?? null
  const token = await startSession(deps.db, { account_id, now, ip, user_agent })
  writeSessionCookie(c, deps.config, token, SESSION_LIFE / SECOND)
}

function wrongFields({ issues }: z.ZodError): ReadonlySet<SetupField> {
  return new Set(SETUP_FIELDS.filter((field) => issues.some(({ path }) => path[0] === field)))
}
