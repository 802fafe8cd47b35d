import { emailSchema, nameSchema, type PublicPerformance } from '@counterfoil/protocol'
import { html } from 'hono/html'
import * as z from 'zod'
import type { Html } from '../layout'
import { eveningFacts } from './evening'
import type { GuestView } from './guest-page'
import { isOpen, stateOf } from './programme-page'

const FIELDS = ['name', 'email', 'party_size'] as const
export type BookingField = (typeof FIELDS)[number]
export type BookingErrors = Readonly<Partial<Record<BookingField, string>>>

export interface BookingFormState {
  readonly slug: string
  readonly performance: PublicPerformance
  readonly values: Readonly<Record<string, string>>
  readonly errors: BookingErrors
}

/** What the form holds, or which of its fields need another look. */
export function readBooking(
  values: Readonly<Record<string, string>>,
  { words }: GuestView,
  { max_party: most }: PublicPerformance,
) {
  const schema = z.object({
    name: nameSchema(),
    email: emailSchema,
    party_size: z.coerce.number().int().min(1).max(most),
  })
  const read = schema.safeParse(values)
  if (read.success) return { booking: read.data, errors: {} }
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
  const { name_wrong, email_wrong, party_wrong } = words.form
  const errors: BookingErrors = {
    ...(wrong.has('name') ? { name: name_wrong } : {}),
    ...(wrong.has('email') ? { email: email_wrong } : {}),
    ...(wrong.has('party_size') ? { party_size: party_wrong({ most }) } : {}),
  }
  return { booking: undefined, errors }
}

export function bookingBody(view: GuestView, state: BookingFormState): Html {
  const { performance, slug } = state
  const { words, language } = view
  return html`
    <p><a href="/p/${slug}?lang=${language}">${words.programme.back}</a></p>
    <h1>${performance.title}</h1>
    ${eveningFacts(view, performance)}
    ${performance.description === '' ? '' : html`<p>${performance.description}</p>`}
    ${stateOf(view, performance)} ${isOpen(performance) ? form(view, state) : ''}
  `
}

function form({ words, language }: GuestView, state: BookingFormState): Html {
  const { slug, performance, values, errors } = state
  const { form: text } = words
  const most = Math.min(performance.max_party, performance.seats_left)
  const wrong = Object.keys(errors).length > 0
  return html`
    <h2>${text.title}</h2>
    ${wrong ? html`<p class="bad" role="alert">${text.wrong}</p>` : ''}
    <form method="post" action="/p/${slug}/${performance.id}">
      <input type="hidden" name="lang" value="${language}" />
      ${field('name', text.name, undefined, errors.name, {
        type: 'text',
        autocomplete: 'name',
        value: values['name'] ?? '',
      })}
      ${field('email', text.email, text.email_hint, errors.email, {
        type: 'email',
        autocomplete: 'email',
        value: values['email'] ?? '',
      })}
      ${field('party_size', text.party, text.party_hint({ most }), errors.party_size, {
        type: 'number',
        autocomplete: 'off',
        value: values['party_size'] ?? '2',
        most,
      })}
      <button>${text.send}</button>
    </form>
  `
}

interface Input {
  readonly type: 'text' | 'email' | 'number'
  readonly autocomplete: string
  readonly value: string
  readonly most?: number
}

function field(
  name: BookingField,
  label: string,
  hint: string | undefined,
  error: string | undefined,
  { type, autocomplete, value, most }: Input,
): Html {
  const told = error ?? hint
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${
      told === undefined
        ? ''
        : html`<p id="${name}-told" class="${error === undefined ? 'muted' : 'bad'}">${told}</p>`
    }
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${value}"
      maxlength="254"
      ${type === 'number' ? 'inputmode=numeric min=1' : ''}
      ${most === undefined ? '' : `max=${most}`}
      ${told === undefined ? '' : `aria-describedby=${name}-told`}
      aria-invalid="${error === undefined ? 'false' : 'true'}"
      required
    />
  </div>`
}
