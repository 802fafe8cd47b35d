import type { Reservation } from '@counterfoil/protocol'
import { html } from 'hono/html'
import type { Html } from '../layout'
import { eveningFacts } from './evening'
import type { GuestView } from './guest-page'
import type { HostedEvening } from './held.query'

export interface Reserved {
  readonly reservation: Reservation
  readonly evening: HostedEvening
}

function about(view: GuestView, { reservation, evening }: Reserved): Html {
  return html`<section class="paper">
    <h2>${evening.title}</h2>
    ${eveningFacts(view, evening)}
    <p class="holder">
      <strong>${reservation.name}</strong><br />${view.words.people({
        count: reservation.party_size,
      })}
    </p>
  </section>`
}

/** One button; opening the page confirms nothing, for mail scanners open links. */
export function confirmBody(view: GuestView, reserved: Reserved, path: string): Html {
  const { confirm } = view.words
  return html`
    <h1>${confirm.title}</h1>
    ${about(view, reserved)}
    <p>${confirm.text}</p>
    <form method="post" action="${path}">
      <input type="hidden" name="lang" value="${view.language}" />
      <button>${confirm.button}</button>
    </form>
  `
}

/** @param wrong said of the number of people that was sent */
export function manageBody(
  view: GuestView,
  reserved: Reserved,
  path: string,
  wrong?: string,
): Html {
  const { manage, form } = view.words
  const { max_party: most } = reserved.evening
  return html`
    <h1>${manage.title}</h1>
    ${about(view, reserved)}
    <form method="post" action="${path}">
      <input type="hidden" name="lang" value="${view.language}" />
      <div class="field">
        <label for="party_size">${manage.party}</label>
        ${
          wrong === undefined
            ? html`<p id="party-told" class="muted">${form.party_hint({ most })}</p>`
            : html`<p id="party-told" class="bad" role="alert">${wrong}</p>`
        }
        <input
          id="party_size"
          name="party_size"
          type="number"
          inputmode="numeric"
          min="1"
          max="${most}"
          value="${reserved.reservation.party_size}"
          aria-describedby="party-told"
          aria-invalid="${wrong === undefined ? 'false' : 'true'}"
          required
        />
      </div>
      <button name="action" value="change">${manage.save}</button>
    </form>
    <h2>${manage.cancel_title}</h2>
    <p>${manage.cancel_text}</p>
    <form method="post" action="${path}">
      <input type="hidden" name="lang" value="${view.language}" />
      <button class="quiet" name="action" value="cancel">${manage.cancel}</button>
    </form>
  `
}

export function doneBody(
  { words, language }: GuestView,
  { evening }: Reserved,
  what: 'changed' | 'cancelled',
): Html {
  const { manage, programme } = words
  const changed = what === 'changed'
  return html`
    <h1>${changed ? manage.changed_title : manage.cancelled_title}</h1>
    <p>${changed ? manage.changed_text : manage.cancelled_text}</p>
    <p><a href="/p/${evening.slug}?lang=${language}">${programme.back}</a></p>
  `
}
