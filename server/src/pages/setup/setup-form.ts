import { emailSchema, ENDPOINTS, nameSchema } from '@counterfoil/protocol'
import { html } from 'hono/html'
import * as z from 'zod'
import type { Html } from '../layout'

const store = ENDPOINTS.createStore.body.shape

/** What the form must hold. Passwords: length only; they are not trimmed. */
export const setupSchema = z.strictObject({
  token: z.string(),
  name: nameSchema(),
  email: emailSchema,
  password: z.string().min(12, 'use 12 characters or more').max(256),
  merchant: nameSchema(),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, 'three letters, such as EUR'),
  store: store.name,
  store_code: store.code,
  time_zone: store.time_zone,
})

export type Setup = z.infer<typeof setupSchema>
export type SetupField = keyof Setup

export interface SetupFormState {
  readonly token: string
  readonly values: Readonly<Partial<Record<SetupField, string>>>
  readonly errors: Readonly<Partial<Record<SetupField, string>>>
}

interface Field {
  readonly name: SetupField
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'email' | 'password'
  readonly autocomplete?: string
}

const YOU: readonly Field[] = [
  { name: 'name', label: 'Your name', autocomplete: 'name' },
  { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'username' },
  {
    name: 'password',
    label: 'Password',
    hint: '12 characters or more; a sentence is fine',
    type: 'password',
    autocomplete: 'new-password',
  },
]

const BUSINESS: readonly Field[] = [
  { name: 'merchant', label: 'Name of the business', autocomplete: 'organization' },
  { name: 'currency', label: 'Currency', hint: 'three letters, such as EUR' },
  { name: 'store', label: 'First store', hint: 'as people call it' },
  { name: 'store_code', label: 'Code of the store', hint: 'letters, digits, hyphens: MAIN-1' },
]

export function setupForm({ token, values, errors }: SetupFormState): Html {
  const field = (description: Field) =>
    inputOf(description, values[description.name], errors[description.name])
  const zones = Intl.supportedValuesOf('timeZone')
  const chosen = values.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const wrong = Object.keys(errors).length > 0
  return html`
    <h1>Set up this server</h1>
    <p>
      This makes the first account, which may do everything, and your business with its first store.
    </p>
    ${wrong ? html`<p class="bad" role="alert">Some fields need another look.</p>` : ''}
    <form method="post" action="/setup">
      <input type="hidden" name="token" value="${token}" />
      <fieldset>
        <legend>You</legend>
        ${YOU.map(field)}
      </fieldset>
      <fieldset>
        <legend>Your business</legend>
        ${BUSINESS.map(field)}
        <label>
          Time zone
          <select name="time_zone">
            ${[...new Set([chosen, ...zones])].map(
              (zone) => html`<option ${zone === chosen ? 'selected' : ''}>${zone}</option>`,
            )}
          </select>
        </label>
      </fieldset>
      <button>Set up</button>
    </form>
  `
}

function inputOf(field: Field, value = '', error?: string): Html {
  const { name, label, hint, type = 'text', autocomplete = 'off' } = field
  const described = error ?? hint
  return html`<label>
    ${label}
    ${described === undefined ? '' : html`<span class="${error ? 'bad' : ''}">${described}</span>`}
    <input
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${type === 'password' ? '' : value}"
      aria-invalid="${error === undefined ? 'false' : 'true'}"
      required
    />
  </label>`
}
