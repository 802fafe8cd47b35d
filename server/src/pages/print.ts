import { html } from 'hono/html'
import type { Router } from '../http/env'
import type { Html } from './layout'

const PATH = '/pages/print.js'
const SCRIPT = `for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
`

/** A button that prints the page. Only a script can do that, so without one there is no button. */
export function printButton(label: string): Html {
  return html`<button class="second" type="button" data-print hidden>${label}</button>
    <script src="${PATH}" defer></script>`
}

export function mountPrint(router: Router): void {
  router.get(PATH, (c) =>
    c.body(SCRIPT, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
    }),
  )
}
