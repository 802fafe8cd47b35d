import type { ServerMessages } from '@counterfoil/messages'
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
  password: z.string().min(12).max(256),
  merchant: nameSchema(),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/),
  store: store.name,
  store_code: store.code,
  time_zone: store.time_zone,
})

export type Setup = z.infer<typeof setupSchema>
export type SetupField = keyof Setup
export const SETUP_FIELDS = setupSchema.keyof().options

export type SetupTexts = ServerMessages['pages']['setup']

export interface SetupFormState {
  readonly token: string
  readonly values: Readonly<Partial<Record<SetupField, string>>>
  /** Fields that hold something else than they must. */
  readonly wrong: ReadonlySet<SetupField>
}

interface Field {
  readonly name: Exclude<SetupField, 'token'>
  readonly type?: 'text' | 'email' | 'password'
  readonly autocomplete?: string
}

const YOU: readonly Field[] = [
  { name: 'name', autocomplete: 'name' },
  { name: 'email', type: 'email', autocomplete: 'username' },
  { name: 'password', type: 'password', autocomplete: 'new-password' },
]

const BUSINESS: readonly Field[] = [
  { name: 'merchant', autocomplete: 'organization' },
  { name: 'currency' },
  { name: 'store' },
  { name: 'store_code' },
]

export function setupForm(t: SetupTexts, state: SetupFormState): Html {
  const { token, values, wrong } = state
  const zones = Intl.supportedValuesOf('timeZone')
  const chosen = values.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const fields = (of: readonly Field[]) => of.map((field) => inputOf(t, field, state))
  return html`
    <h1>${t.heading}</h1>
    <p>${t.intro}</p>
    ${wrong.size > 0 ? html`<p class="bad" role="alert">${t.check}</p>` : ''}
    <form method="post" action="/setup">
      <input type="hidden" name="token" value="${token}" />
      <fieldset>
        <legend>${t.you}</legend>
        ${fields(YOU)}
      </fieldset>
      <fieldset>
        <legend>${t.business}</legend>
        ${fields(BUSINESS)}
        <label>
          ${t.fields.time_zone}
          <select name="time_zone">
            ${[...new Set([chosen, ...zones])].map(
              (zone) => html`<option ${zone === chosen ? 'selected' : ''}>${zone}</option>`,
            )}
          </select>
        </label>
      </fieldset>
      <button>${t.submit}</button>
    </form>
  `
}

function inputOf(
  t: SetupTexts,
  { name, type = 'text', autocomplete = 'off' }: Field,
  { values, wrong }: SetupFormState,
): Html {
  const bad = wrong.has(name)
  const hints: Readonly<Partial<Record<SetupField, string>>> = t.hints
  const described = bad ? t.wrong[name] : hints[name]
  return html`<label>
    ${t.fields[name]}
    ${described === undefined ? '' : html`<span class="${bad ? 'bad' : ''}">${described}</span>`}
    <input
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${type === 'password' ? '' : (values[name] ?? '')}"
      aria-invalid="${String(bad)}"
      required
    />
  </label>`
}
