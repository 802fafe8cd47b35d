import {
  isLanguage,
  type Language,
  LANGUAGE_NAMES,
  LANGUAGES,
  loadServerMessages,
  type ServerMessages,
} from '@counterfoil/messages'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { acceptedLanguage } from '../../http/accepted-languages'
import type { AppEnv } from '../../http/env'
import { type Html, STYLE_PATH } from '../layout'

/** What every page for guests is drawn with. */
export interface GuestView {
  readonly language: Language
  readonly words: ServerMessages['booking']
}

/** The language that the address names, else what the browser prefers. */
export async function viewOf(c: Context<AppEnv>, chosen?: string): Promise<GuestView> {
  const named = chosen ?? c.req.query('lang')
  const language = isLanguage(named) ? named : acceptedLanguage(c)
  const { booking } = await loadServerMessages(language)
  return { language, words: booking }
}

export interface GuestPage {
  /** Whose page it is: it leads. `undefined` where nobody's is known. */
  readonly merchant: string | undefined
  readonly title: string
  readonly body: Html
  /** Pages that answer a form cannot be asked for again in another language. */
  readonly switchable?: boolean
}

export type GuestStatus = 200 | 403 | 404 | 409 | 410 | 422 | 429

/** A whole page for guests: the merchant's name first, ours small at the end. Nothing of it needs a script. */
export function answerGuest(
  c: Context<AppEnv>,
  { language, words }: GuestView,
  { merchant, title, body, switchable = true }: GuestPage,
  status: GuestStatus = 200,
): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  // Under the stricter policy of all else a browser hides the origin of a form, and we refuse it.
  c.header('referrer-policy', 'same-origin')
  c.header('content-language', language)
  c.header('x-robots-tag', 'noindex')
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${merchant === undefined ? title : `${title} · ${merchant}`}</title>
        <link rel="stylesheet" href="${STYLE_PATH}" />
        <link rel="icon" href="/console/icon.svg" type="image/svg+xml" />
      </head>
      <body class="guest">
        <header>${merchant === undefined ? '' : html`<p class="merchant">${merchant}</p>`}</header>
        <main>${body}</main>
        <footer>
          ${switchable ? languages(c, language, words.programme.language) : ''}
          <p class="maker">Counterfoil</p>
        </footer>
      </body>
    </html>`
  return c.html(page, status)
}

function languages(c: Context<AppEnv>, present: Language, label: string): Html {
  return html`<nav aria-label="${label}">
    <ul class="languages">
      ${LANGUAGES.map(
        (language) =>
          html`<li>
            <a
              href="${c.req.path}?lang=${language}"
              lang="${language}"
              hreflang="${language}"
              ${language === present ? 'aria-current=true' : ''}
              >${LANGUAGE_NAMES[language]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}
