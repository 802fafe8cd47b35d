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

export function wayBack({ words, language }: GuestView, slug: string): Html {
  return html`<p><a href="/p/${slug}?lang=${language}">${words.programme.back}</a></p>`
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
  const say = (title: string, text: string, status: 404 | 409 | 429) => {
    const body = html`<h1>${title}</h1>
      <p>${text}</p>
      ${host === undefined ? '' : wayBack(view, host.slug)}`
    return answerGuest(
      c,
      view,
      { merchant: host?.merchant, title, body, switchable: false },
      status,
    )
  }
  const { code, extras } = error
  if (code === 'RATE_LIMITED') {
    const seconds = Number(error.headers['retry-after'] ?? 60)
    c.header('retry-after', String(seconds))
    return say(words.busy.title, words.busy.text({ minutes: Math.ceil(seconds / 60) }), 429)
  }
  if (code === 'NOT_FOUND') return say(words.missing.title, words.missing.text, 404)
  if (code !== 'CONFLICT') throw error
  const left = extras['seats_left']
  if (typeof left === 'number') return say(words.full.title, words.full.text({ left }), 409)
  return say(words.programme.closed, words.manage.closed, 409)
}
