import { createFormat } from '@counterfoil/messages'
import type { PublicPerformance } from '@counterfoil/protocol'
import { html } from 'hono/html'
import type { Programme } from '../../door/programme.query'
import type { Html } from '../layout'
import { eveningFacts } from './evening'
import type { GuestView } from './guest-page'

/** Fewer seats than these are said. */
const FEW = 20

/** Every evening to come, the soonest first. */
export function programmeBody(view: GuestView, { slug, performances }: Programme): Html {
  const { words } = view
  return html`
    <h1>${words.programme.title}</h1>
    ${performances.length === 0 ? html`<p>${words.programme.empty}</p>` : ''}
    <ul class="cards">
      ${performances.map(
        (performance) =>
          html`<li>
            <h2>${performance.title}</h2>
            ${eveningFacts(view, performance)}
            ${performance.description === '' ? '' : html`<p>${performance.description}</p>`}
            ${stateOf(view, performance)} ${offer(view, slug, performance)}
          </li>`,
      )}
    </ul>
  `
}

/** Why it cannot be booked, or how few seats are left. */
export function stateOf(
  { words, language }: GuestView,
  { closed, seats_left, booking_opens_at, time_zone }: PublicPerformance,
): Html {
  const { programme } = words
  if (closed === 'not_yet' && booking_opens_at !== null) {
    const when = createFormat(language, time_zone).dateTime(booking_opens_at)
    return html`<p class="state">${programme.opens({ when })}</p>`
  }
  if (closed !== null) return html`<p class="state">${programme.closed}</p>`
  if (seats_left === 0) return html`<p class="state">${programme.sold_out}</p>`
  return seats_left < FEW
    ? html`<p class="state">${programme.last_seats({ left: seats_left })}</p>`
    : html``
}

export function isOpen({ closed, seats_left }: PublicPerformance): boolean {
  return closed === null && seats_left > 0
}

function offer({ words, language }: GuestView, slug: string, performance: PublicPerformance): Html {
  if (!isOpen(performance)) return html``
  const { id, title } = performance
  return html`<p>
    <a
      class="button"
      href="/p/${slug}/${id}?lang=${language}"
      aria-label="${words.form.title}: ${title}"
      >${words.form.title}</a
    >
  </p>`
}
