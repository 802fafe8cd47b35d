/** Paper and ink, for the few pages that the server draws itself. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --raised: #fff; --line: #e5e1d8; --ink: #15181e; --muted: #5c6370;
  --brand: #4a3fd0; --bad: #a8201a; --ok: #0a6b45;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14161b; --raised: #1c1f26; --line: #2c313b; --ink: #f3f1ea; --muted: #a3a9b5;
    --brand: #a79fff; --bad: #ff9a92; --ok: #6fd3a4;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 32px 16px 64px; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  font-variant-numeric: tabular-nums;
}
main { max-width: 640px; margin: 0 auto; }
main.wide { max-width: 960px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 20px; line-height: 1.3; margin: 40px 0 8px; }
h3 { font-size: 16px; margin: 24px 0 4px; }
p { margin: 0 0 16px; }
a { color: var(--brand); }
.mark { border-bottom: 2px dashed var(--line); padding-bottom: 16px; margin-bottom: 24px; color: var(--muted); }
.mark.owner { color: var(--ink); font-size: 20px; font-weight: 650; overflow-wrap: anywhere; }
.muted { color: var(--muted); }
.bad { color: var(--bad); }
.told { margin: 8px 0 16px; color: var(--ok); font-size: 48px; font-weight: 700; font-variant-numeric: tabular-nums; }
.cards { display: grid; gap: 16px; padding: 0; list-style: none; }
.cards > li, section.route {
  background: var(--raised); border: 1px solid var(--line); border-radius: 8px; padding: 16px;
}
section.route { margin: 0 0 16px; overflow-x: auto; }
section.route h3 { margin-top: 0; }
code, pre { font: 14px/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
pre { background: var(--paper); border-radius: 8px; padding: 12px; overflow-x: auto; margin: 8px 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); }
form { display: grid; gap: 16px; margin: 24px 0; }
fieldset { border: 0; border-top: 1px solid var(--line); padding: 16px 0 0; margin: 0; display: grid; gap: 16px; }
legend { font-weight: 600; padding-right: 8px; }
label { display: grid; gap: 4px; font-weight: 600; }
label span { font-weight: 400; color: var(--muted); }
input, select, button { font: inherit; font-weight: 400; padding: 10px 12px; border-radius: 8px; border: 1px solid var(--muted); background: var(--raised); color: var(--ink); width: 100%; }
button { background: var(--brand); border-color: var(--brand); color: var(--paper); font-weight: 600; cursor: pointer; }
button.big { padding: 18px 12px; font-size: 20px; }
button.second { background: var(--raised); color: var(--ink); border-color: var(--line); padding: 12px 20px; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; }
.actions button { width: auto; }
button.quiet { background: var(--raised); color: var(--ink); border-color: var(--line); font-weight: 400; }
details { border-top: 1px solid var(--line); padding: 12px 0; }
summary { cursor: pointer; font-weight: 600; padding: 8px 0; }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
a.button { display: inline-block; padding: 12px 20px; border-radius: 8px; background: var(--brand); color: var(--paper); font-weight: 600; text-decoration: none; }
.guest button.quiet { background: none; color: var(--bad); border-color: var(--bad); }
.guest header, .guest footer { max-width: 640px; margin: 0 auto; }
.guest .merchant { font-size: 20px; font-weight: 650; border-bottom: 2px dashed var(--line); padding-bottom: 16px; margin-bottom: 24px; overflow-wrap: anywhere; }
.guest h1, .guest h2, .guest p, .guest li { overflow-wrap: anywhere; }
.guest .cards h2 { margin-top: 0; }
.guest .state { font-weight: 600; }
body > footer { max-width: 640px; margin: 48px auto 0; color: var(--muted); }
.guest footer { border-top: 1px solid var(--line); margin-top: 48px; padding-top: 16px; color: var(--muted); }
.facts, .languages { list-style: none; padding: 0; margin: 0 0 16px; }
.languages { display: flex; flex-wrap: wrap; gap: 8px 16px; }
.languages a { display: inline-block; padding: 8px 0; }
.languages [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.field label { margin-bottom: 4px; }
.field p { margin: 0 0 4px; }
.paper { background: var(--raised); border: 1px solid var(--line); border-radius: 12px; padding: 16px; margin: 16px 0; }
.paper h2 { margin-top: 0; }
.paper .holder { margin: 0; border-top: 2px dashed var(--line); padding-top: 16px; }
.paper .code { background: #fff; border-radius: 8px; max-width: 360px; margin: 0 auto 16px; }
.paper .code svg { display: block; width: 100%; height: auto; }
@media print {
  .screen, .guest footer, nav { display: none; } body { background: none; padding: 0; } }
`
