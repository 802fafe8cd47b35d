import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Deps } from '../../deps'
import { forMerchant } from '../../db/wall/merchant-scope'
import { cancelAsGuest, changeAsGuest, confirmAsGuest, openLink } from '../../door/guest'
import { countConfirmation } from '../../door/guest-limit'
import { requireReservation } from '../../door/reservation.query'
import type { LinkPurpose } from '../../door/reservation-link'
import { networkOf } from '../../http/client-address'
import type { AppEnv, Router } from '../../http/env'
import { checkOrigin } from '../../http/origin'
import { readForm } from '../../http/read-form'
import { ProblemError } from '../../problem-error'
import { answerGuest, type GuestView, viewOf } from './guest-page'
import { loadEvening } from './held.query'
import { confirmBody, doneBody, manageBody, type Reserved } from './link-bodies'
import { answerRefusal, type Host, seatsLeftIn } from './refusal'

/** Pages behind the links of mails. A GET shows a button; only the button does anything. */
export function mountLinkPages(router: Router, deps: Deps): void {
  router.get('/confirm/:token', (c) => show(deps, c, 'confirm'))
  router.get('/booking/:token', (c) => show(deps, c, 'manage'))
  router.post('/confirm/:token', async (c) => {
    const { view } = await readPost(deps, c)
    try {
      await countConfirmation(requestOf(deps, c))
      const { token } = await confirmAsGuest(requestOf(deps, c), c.req.param('token'))
      return c.redirect(`/t/${token}?lang=${view.language}`, 303)
    } catch (error) {
      return refuse(c, view, error, await hostOf(deps, c, 'confirm'))
    }
  })
  router.post('/booking/:token', async (c) => {
    const { view, values } = await readPost(deps, c)
    try {
      await countConfirmation(requestOf(deps, c))
      return await manage(deps, c, view, values)
    } catch (error) {
      return refuse(c, view, error, await hostOf(deps, c, 'manage'))
    }
  })
}

async function manage(
  deps: Deps,
  c: Context<AppEnv>,
  view: GuestView,
  values: Readonly<Record<string, string>>,
): Promise<Response> {
  const request = requestOf(deps, c)
  const token = c.req.param('token') ?? ''
  const { manage: words, form } = view.words
  const { reserved } = await find(deps, c, 'manage')
  if (values['action'] === 'cancel') {
    await cancelAsGuest(request, token)
    return answerDone(c, view, reserved, 'cancelled')
  }
  const size = readSize(values, reserved)
  if (size === undefined) {
    return askAgain(c, view, reserved, form.party_wrong({ most: reserved.evening.max_party }))
  }
  try {
    await changeAsGuest(request, token, size)
    return await answerDone(c, view, reserved, 'changed')
  } catch (error) {
    const most = seatsLeftIn(error)
    if (most === undefined) throw error
    return askAgain(c, view, reserved, words.no_room({ most }), 409)
  }
}

async function answerDone(
  c: Context<AppEnv>,
  view: GuestView,
  reserved: Reserved,
  what: 'changed' | 'cancelled',
): Promise<Response> {
  const { changed_title, cancelled_title } = view.words.manage
  return answerGuest(c, view, {
    merchant: reserved.evening.merchant,
    title: what === 'cancelled' ? cancelled_title : changed_title,
    body: doneBody(view, reserved, what),
    switchable: false,
  })
}

async function readPost(deps: Deps, c: Context<AppEnv>) {
  checkOrigin(c.req.raw, deps.config.publicUrl)
  const values = await readForm(c.req.raw)
  return { values, view: await viewOf(c, values['lang']) }
}

function requestOf(deps: Deps, c: Context<AppEnv>) {
  return { deps, ip: c.var.ip, now: c.var.now }
}

async function show(deps: Deps, c: Context<AppEnv>, purpose: LinkPurpose): Promise<Response> {
  const view = await viewOf(c)
  try {
    deps.limits.spend('address', networkOf(c.var.ip))
    const { reserved } = await find(deps, c, purpose)
    const confirms = purpose === 'confirm'
    const title = confirms ? view.words.confirm.title : view.words.manage.title
    const body = (confirms ? confirmBody : manageBody)(view, reserved, c.req.path)
    return await answerGuest(c, view, { merchant: reserved.evening.merchant, title, body })
  } catch (error) {
    return refuse(c, view, error)
  }
}

async function find(deps: Deps, c: Context<AppEnv>, purpose: LinkPurpose) {
  const link = await openLink(requestOf(deps, c), c.req.param('token') ?? '', purpose)
  const { merchant_id, reservation_id } = link
  const db = forMerchant(deps.db, merchant_id)
  const reservation = await requireReservation(db, merchant_id, reservation_id)
  const evening = await loadEvening(deps, merchant_id, reservation.performance_id)
  return { reserved: { reservation, evening } satisfies Reserved }
}

/** How many are to come; `undefined` where that cannot be read or is more than one may book. */
function readSize(values: Readonly<Record<string, string>>, { evening }: Reserved) {
  const size = Number(values['party_size'])
  return Number.isInteger(size) && size >= 1 && size <= evening.max_party ? size : undefined
}

function askAgain(
  c: Context<AppEnv>,
  view: GuestView,
  reserved: Reserved,
  wrong: string,
  status: 409 | 422 = 422,
) {
  const { merchant } = reserved.evening
  const body = manageBody(view, reserved, c.req.path, wrong)
  return answerGuest(c, view, { merchant, title: view.words.manage.title, body }, status)
}

/** Who is told of beside a refusal; nobody where the link opens nothing. */
async function hostOf(deps: Deps, c: Context<AppEnv>, purpose: LinkPurpose) {
  try {
    return (await find(deps, c, purpose)).reserved.evening
  } catch {
    return undefined
  }
}

/** Of a link that is wrong in whatever way the same is said. */
function refuse(c: Context<AppEnv>, view: GuestView, error: unknown, host?: Host) {
  const known = error instanceof ProblemError ? error.code : undefined
  if (known !== 'NOT_FOUND') return answerRefusal(c, view, error, host)
  const { title, text } = view.words.gone
  const body = html`<h1>${title}</h1>
    <p>${text}</p>`
  return answerGuest(c, view, { merchant: undefined, title, body, switchable: false }, 410)
}
