import { html } from 'hono/html'
import type { MailContent } from './mail-outbox'

/** What a mail says, before it is text and HTML. */
export interface Letter {
  readonly from_name: string
  readonly to_name: string
  readonly language: string
  readonly greeting: string
  readonly lead: string
  /** What it is about: one line each. */
  readonly facts: readonly string[]
  /** The first is the one to press. */
  readonly links: readonly { readonly text: string; readonly url: string }[]
  readonly notes: readonly string[]
}

/** The same words twice: as plain text, and as HTML that needs nothing from elsewhere. */
export async function compose(letter: Letter): Promise<MailContent> {
  const { from_name, to_name } = letter
  return { from_name, to_name, text: textOf(letter), html: String(await htmlOf(letter)) }
}

function textOf({ greeting, lead, facts, links, notes, from_name }: Letter): string {
  const parts = [
    greeting,
    lead,
    facts.join('\n'),
    ...links.map(({ text, url }) => `${text}:\n${url}`),
    ...notes,
    from_name,
  ]
  return `${parts.join('\n\n')}\n`
}

function htmlOf({ language, greeting, lead, facts, links, notes, from_name }: Letter) {
  const [main, ...others] = links
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
      </head>
      <body style="margin:0;padding:24px;background:#fbfaf7;color:#15181e;font:16px/1.5 sans-serif">
        <div style="max-width:560px;margin:0 auto">
          <p style="font-size:20px;font-weight:600">${from_name}</p>
          <p>${greeting}</p>
          <p>${lead}</p>
          <p style="padding:16px;background:#ffffff;border:1px solid #e5e1d8;border-radius:8px">
            ${facts.map((fact) => html`${fact}<br />`)}
          </p>
          ${main === undefined ? '' : button(main)}
          ${others.map(({ text, url }) => html`<p><a href="${url}" style="color:#4a3fd0">${text}</a></p>`)}
          ${notes.map((note) => html`<p style="color:#5c6370">${note}</p>`)}
        </div>
      </body>
    </html>`
}

function button({ text, url }: Letter['links'][number]) {
  return html`<p>
    <a
      href="${url}"
      style="display:inline-block;padding:12px 20px;background:#4a3fd0;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none"
      >${text}</a
    >
  </p>`
}
