import { createFormat, type Language } from '@counterfoil/messages'
import { html } from 'hono/html'
import type { Html } from '../layout'
import type { GuestView } from './guest-page'

/** What guests must know of an evening; times are those of the place. */
export interface Evening {
  readonly title: string
  readonly starts_at: string
  readonly opens_at: string | null
  readonly time_zone: string
  readonly venue: { readonly name: string; readonly address: string } | null
}

/** "Friday 20 November 2026, 20:00" */
export function whenOf(language: Language, { starts_at, time_zone }: Evening): string {
  const format = createFormat(language, time_zone)
  return `${format.day(starts_at).split(' ')[0] ?? ''} ${format.date(starts_at)}, ${format.time(starts_at)}`
}

/** When, doors and where, as lines. */
export function eveningFacts({ language, words }: GuestView, evening: Evening): Html {
  const { opens_at, starts_at, time_zone, venue } = evening
  const format = createFormat(language, time_zone)
  return html`<ul class="facts">
    <li><time datetime="${starts_at}">${whenOf(language, evening)}</time></li>
    ${
      opens_at === null
        ? ''
        : html`<li>${words.programme.doors({ time: format.time(opens_at) })}</li>`
    }
    ${
      venue === null
        ? ''
        : html`<li>${[venue.name, venue.address].filter((part) => part !== '').join(', ')}</li>`
    }
  </ul>`
}
