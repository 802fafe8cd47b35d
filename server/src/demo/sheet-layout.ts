import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export const SHEET_STYLE_PATH = '/demo/sheet.css'

export function sheetDocument(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="${SHEET_STYLE_PATH}" />
        <link rel="icon" href="/console/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`
}

/** Paper and ink whatever the screen's theme: codes are read best dark on light. */
export const SHEET_STYLE = `
:root {
  color-scheme: light;
  --paper: #fbfaf7; --raised: #fff; --line: #e5e1d8; --strong: #8b8880;
  --ink: #15181e; --muted: #5c6370; --brand: #4a3fd0;
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--paper); color: var(--ink); padding: 24px 16px 64px;
  font: 16px/1.5 'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  font-variant-numeric: tabular-nums;
}
main { max-width: 960px; margin: 0 auto; }
header { padding-bottom: 16px; background: var(--perforation) bottom / 11px 5px repeat-x; }
:root { --perforation: radial-gradient(circle, var(--strong) 1.5px, transparent 2px); }
.maker { color: var(--muted); font-size: 14px; }
h1 { font-size: 28px; line-height: 1.2; letter-spacing: -0.018em; font-weight: 640; }
h2 { font-size: 20px; line-height: 1.3; font-weight: 620; margin: 40px 0 4px; }
h3 { font-size: 16px; line-height: 1.25; font-weight: 620; }
section > p { max-width: 60ch; color: var(--muted); margin-bottom: 16px; }
.how > p { margin-top: 24px; color: var(--ink); }
.how .note { padding-left: 12px; border-left: 3px solid var(--brand); color: var(--muted); }
a { color: var(--brand); }
nav { margin-top: 4px; font-size: 14px; }
.small { font-size: 14px; color: var(--muted); }
.tickets, .badges { display: grid; gap: 20px 16px; grid-template-columns: repeat(auto-fill, minmax(272px, 1fr)); }
.ticket {
  display: grid; grid-template-columns: 128px 1fr; align-items: center;
  background: var(--raised); border: 1px solid var(--line); border-radius: 12px;
  break-inside: avoid; position: relative;
}
.stub { padding: 6px; border-right: 2px dashed var(--strong); min-height: 116px; display: grid; align-content: center; }
.stub svg { display: block; width: 100%; height: auto; }
.ticket::before, .ticket::after {
  content: ''; position: absolute; left: 120px; width: 16px; height: 9px;
  background: var(--paper); border: 1px solid var(--line);
}
.ticket::before { top: -1px; border-top: 0; border-radius: 0 0 9px 9px; }
.ticket::after { bottom: -1px; border-bottom: 0; border-radius: 9px 9px 0 0; }
.body { padding: 12px 16px; display: grid; gap: 4px; }
.number { font-size: 18px; font-weight: 560; letter-spacing: 0.02em; }
.code { font: 12px ui-monospace, monospace; overflow-wrap: anywhere; }
.pin b { font-size: 20px; letter-spacing: 0.12em; font-weight: 640; }
.pair { display: flex; flex-wrap: wrap; gap: 24px 32px; align-items: center; }
figure { width: 152px; text-align: center; }
figure svg { display: block; width: 100%; background: #fff; border: 1px solid var(--line); border-radius: 12px; }
figcaption { font-size: 14px; color: var(--muted); margin-top: 4px; }
form { display: grid; gap: 8px; min-width: min(320px, 100%); flex: 0 1 360px; }
label { font-weight: 600; font-size: 14px; }
select, button { font: inherit; min-height: 48px; padding: 8px 14px; border-radius: 8px; border: 1px solid var(--strong); background: var(--raised); color: var(--ink); width: 100%; }
button { background: var(--brand); border-color: var(--brand); color: #fff; font-weight: 600; cursor: pointer; }
button:hover { background: #3c32b4; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
.pairing { margin-top: 32px; display: grid; gap: 16px; }
.ticket.large { grid-template-columns: minmax(0, 1fr); max-width: 560px; }
.ticket.large .stub { border-right: 0; border-bottom: 2px dashed var(--strong); padding: 16px; }
.ticket.large::before, .ticket.large::after { display: none; }
.code { font: 640 32px/1.3 ui-monospace, 'SF Mono', 'Roboto Mono', Menlo, monospace; letter-spacing: 0.06em; }
@media print {
  body { background: none; padding: 0; font-size: 12px; }
  .screen, .note { display: none; }
  .ticket::before, .ticket::after { background: #fff; }
  .tickets, .badges { grid-template-columns: repeat(3, 1fr); }
  .ticket { grid-template-columns: 96px 1fr; }
  .ticket::before, .ticket::after { left: 88px; }
  h2 { margin-top: 24px; break-after: avoid; }
}
`
