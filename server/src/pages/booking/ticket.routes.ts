import { formatInstant } from '@counterfoil/domain'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { Deps } from '../../deps'
import { ownerOfTicket } from '../../door/ticket-owner'
import { networkOf } from '../../http/client-address'
import type { AppEnv, Router } from '../../http/env'
import { qrSvg } from '../../qr/qr-code'
import { hashToken } from '../../qr/token'
import type { Html } from '../layout'
import { printButton } from '../print'
import { calendarFile } from './calendar'
import { eveningFacts } from './evening'
import { answerGuest, type GuestView, viewOf } from './guest-page'
import { answerRefusal } from './refusal'
import { type HeldTicket, type HostedEvening, loadEvening, loadTicket } from './held.query'

/** `/t/{token}`: what the ticket's QR says; its page and its calendar file. */
export function mountTicketPages(router: Router, deps: Deps): void {
  router.get('/t/:token', async (c) => {
    const view = await viewOf(c)
    try {
      return await showTicket(deps, c, view)
    } catch (error) {
      return answerRefusal(c, view, error)
    }
  })
  router.get('/t/:token/evening.ics', async (c) => {
    const held = await find(deps, c)
    if (held === undefined || !held.evening.active) return c.notFound()
    const { hostname } = new URL(deps.config.publicUrl)
    const url = `${deps.config.publicUrl}/t/${c.req.param('token')}`
    const uid = `${held.ticket.id}@${hostname}`
    return c.body(calendarFile(held.evening, { uid, url, now: formatInstant(c.var.now) }), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="evening.ics"',
      'cache-control': 'no-store',
    })
  })
}

async function showTicket(deps: Deps, c: Context<AppEnv>, view: GuestView): Promise<Response> {
  const held = await find(deps, c)
  if (held === undefined) return answerGone(c, view)
  const { ticket, evening } = held
  const good = ticket.status === 'confirmed' && evening.active
  const url = `${deps.config.publicUrl}/t/${c.req.param('token') ?? ''}`
  const body = good
    ? ticketBody(view, held, { qr: await qrSvg(url), path: c.req.path })
    : voidBody(view, evening)
  const page = { merchant: evening.merchant, title: view.words.ticket.title, body }
  return answerGuest(c, view, page, good ? 200 : 410)
}

interface Held {
  readonly ticket: HeldTicket
  readonly evening: HostedEvening
}

async function find(deps: Deps, c: Context<AppEnv>): Promise<Held | undefined> {
  deps.limits.spend('address', networkOf(c.var.ip))
  const token_hash = hashToken(c.req.param('token') ?? '')
  const merchantId = await ownerOfTicket(deps, token_hash)
  if (merchantId === undefined) return undefined
  const ticket = await loadTicket(deps, merchantId, token_hash)
  return { ticket, evening: await loadEvening(deps, merchantId, ticket.performance_id) }
}

function ticketBody(
  view: GuestView,
  { ticket, evening }: Held,
  { qr, path }: { readonly qr: string; readonly path: string },
): Html {
  const { words } = view
  return html`
    <h1>${words.ticket.title}</h1>
    <section class="paper">
      <div class="code" role="img" aria-label="QR">${raw(qr)}</div>
      <h2>${evening.title}</h2>
      ${eveningFacts(view, evening)}
      <p class="holder">
        <strong>${ticket.name}</strong><br />${words.people({ count: ticket.party_size })}
      </p>
    </section>
    <p>${words.ticket.show}</p>
    <p class="screen actions">
      <a class="button" href="${path}/evening.ics">${words.ticket.calendar}</a>
      ${printButton(words.ticket.print)}
    </p>
    <p class="screen muted">${words.ticket.keep} ${ticket.mailed ? words.ticket.mailed : ''}</p>
  `
}

function voidBody({ words, language }: GuestView, { active, slug, title }: HostedEvening): Html {
  const { void_title, void_text, off_title, off_text } = words.ticket
  return html`
    <h1>${active ? void_title : off_title}</h1>
    <p><strong>${title}</strong></p>
    <p>${active ? void_text : off_text}</p>
    <p><a href="/p/${slug}?lang=${language}">${words.programme.back}</a></p>
  `
}

function answerGone(c: Context<AppEnv>, view: GuestView) {
  const { void_title: title, void_text } = view.words.ticket
  const body = html`<h1>${title}</h1>
    <p>${void_text}</p>`
  return answerGuest(c, view, { merchant: undefined, title, body }, 404)
}
