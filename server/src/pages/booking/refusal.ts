import type { Context } from 'hono'
import { html } from 'hono/html'
import type { AppEnv } from '../../http/env'
import { ProblemError } from '../../problem-error'
import type { Html } from '../layout'
import { answerGuest, type GuestView } from './guest-page'

/** Whose programme a refused guest is led back to. */
export interface Host {
  readonly merchant: string | undefined
  readonly slug: string
}

/** @param label instead of "Back to the programme" */
export function wayBack({ words, language }: GuestView, slug: string, label?: string): Html {
  return html`<p><a href="/p/${slug}?lang=${language}">${label ?? words.programme.back}</a></p>`
}

/**
 * A refusal as a page that a person understands.
 * @throws whatever is no refusal of ours, or has its own words elsewhere
 */
export function answerRefusal(
  c: Context<AppEnv>,
  view: GuestView,
  error: unknown,
  host?: Host,
): Response | Promise<Response> {
  if (!(error instanceof ProblemError)) throw error
  const { words } = view
  const say = (title: string, text: string, status: 404 | 409 | 429, label?: string) => {
    const body = html`<h1>${title}</h1>
      <p>${text}</p>
      ${host === undefined ? '' : wayBack(view, host.slug, label)}`
    return answerGuest(
      c,
      view,
      { merchant: host?.merchant, title, body, switchable: false },
      status,
    )
  }
  const { code } = error
  if (code === 'RATE_LIMITED') {
    const seconds = Number(error.headers['retry-after'] ?? 60)
    c.header('retry-after', String(seconds))
    return say(words.busy.title, words.busy.text({ minutes: Math.ceil(seconds / 60) }), 429)
  }
  if (code === 'NOT_FOUND') return say(words.missing.title, words.missing.text, 404)
  if (isCalledOff(error)) return say(words.ticket.off_title, words.ticket.off_text, 409)
  if (code !== 'CONFLICT') throw error
  const left = seatsLeftIn(error)
  if (left !== undefined) {
    return say(words.full.title, words.full.text({ left }), 409, words.full.again)
  }
  return say(words.programme.closed, words.manage.closed, 409)
}

/** How many seats there were for a party that did not fit; `undefined` for any other error. */
export function seatsLeftIn(error: unknown): number | undefined {
  if (!(error instanceof ProblemError)) return undefined
  const left = error.extras['seats_left']
  return typeof left === 'number' ? left : undefined
}

/** The only thing about a link's own performance that can be invalid. */
function isCalledOff({ code, extras }: ProblemError): boolean {
  return code === 'VALIDATION' && JSON.stringify(extras['errors'] ?? []).includes('NOT_AVAILABLE')
}
