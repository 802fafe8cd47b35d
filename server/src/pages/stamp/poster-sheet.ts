import { LANGUAGES, loadServerMessages } from '@counterfoil/messages'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { OpenPoster } from '../../clock/phone/poster.query'
import type { AppEnv, Router } from '../../http/env'
import { qrSvg } from '../../qr/qr-code'

const STYLE_PATH = '/pages/poster.css'

/** The poster to print on A4: one large code, three steps in four languages. */
export async function posterSheet(
  c: Context<AppEnv>,
  { merchant_name, store }: OpenPoster,
  url: string,
): Promise<Response> {
  const texts = await Promise.all(
    LANGUAGES.map(
      async (language) => [language, (await loadServerMessages(language)).stamp] as const,
    ),
  )
  c.header('cache-control', 'no-store')
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${merchant_name}, ${store.name}</title>
          <link rel="stylesheet" href="${STYLE_PATH}" />
          <link rel="icon" href="/console/icon.svg" type="image/svg+xml" />
        </head>
        <body>
          <main>
            <h1>${merchant_name}</h1>
            <p class="store">${store.name}</p>
            <div class="code">${raw(await qrSvg(url))}</div>
            <div class="languages">
              ${texts.map(
                ([language, t]) =>
                  html`<section lang="${language}">
                    <h2>${t.poster_title}</h2>
                    <ol>
                      ${t.poster_steps.map((step) => html`<li>${step}</li>`)}
                    </ol>
                    <p>${t.poster_note}</p>
                  </section>`,
              )}
            </div>
          </main>
        </body>
      </html>`,
  )
}

export function mountPosterStyle(router: Router): void {
  router.get(STYLE_PATH, (c) =>
    c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }),
  )
}

const STYLE = `
@page { size: A4; margin: 14mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #15181e; font: 12pt/1.4 system-ui, 'Segoe UI', Roboto, sans-serif; }
main { max-width: 182mm; margin: 0 auto; padding: 8mm 4mm; text-align: center; }
h1 { font-size: 30pt; line-height: 1.15; margin: 0; overflow-wrap: anywhere; }
.store { font-size: 16pt; margin: 2mm 0 4mm; color: #5c6370; }
.code svg { width: 96mm; height: 96mm; max-width: 100%; display: block; margin: 0 auto; }
.languages { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm 10mm; text-align: left; border-top: 2px dashed #c9c4b8; padding-top: 6mm; margin-top: 4mm; }
h2 { font-size: 13pt; margin: 0 0 1mm; }
ol { margin: 0 0 1mm; padding-left: 6mm; }
section p { margin: 0; color: #5c6370; font-size: 10pt; }
@media (max-width: 500px) { .languages { grid-template-columns: 1fr; } }
@media print { main { padding: 0; } }
`
