import type { Context } from 'hono'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { AppEnv, Router } from '../http/env'
import { STYLE } from './style'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export interface Page {
  readonly title: string
  /** Of the text; English when absent. */
  readonly lang?: string
  readonly body: Html
  /** Whose page it is: it leads, and our name comes small at the end. */
  readonly owner?: string
  /** For tables; texts read better narrow. */
  readonly wide?: boolean
}

export const STYLE_PATH = '/pages/style.css'

/** A whole page in our look; works without script and on any phone. */
export function answerPage(
  c: Context<AppEnv>,
  { title, body, owner, lang = 'en', wide = false }: Page,
  status: 200 | 401 | 404 | 409 | 410 | 422 | 429 = 200,
): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  // Under the stricter policy of all else a browser hides the origin of a form, and we refuse it.
  c.header('referrer-policy', 'same-origin')
  const page = html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${owner ?? 'Counterfoil'}</title>
        <link rel="stylesheet" href="${STYLE_PATH}" />
        <link rel="icon" href="/console/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <main class="${wide ? 'wide' : ''}">
          <p class="${owner === undefined ? 'mark' : 'mark owner'}">${owner ?? 'Counterfoil'}</p>
          ${body}
        </main>
        ${owner === undefined ? '' : html`<footer><p>Counterfoil</p></footer>`}
      </body>
    </html>`
  return c.html(page, status)
}

export function mountStyle(router: Router): void {
  router.get(STYLE_PATH, (c) =>
    c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }),
  )
}
