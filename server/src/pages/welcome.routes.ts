import { html } from 'hono/html'
import type { Deps } from '../deps'
import type { Router } from '../http/env'
import { answerPage } from './layout'

/** `/`: where to go from here. */
export function mountWelcome(router: Router, { config }: Pick<Deps, 'config'>): void {
  router.get('/', (c) =>
    answerPage(c, {
      title: 'Welcome',
      body: html`
        <h1>The counter, the door and the clock</h1>
        <p>This server keeps the part that counts. Where would you like to go?</p>
        <ul class="cards">
          <li>
            <a href="/console/"><strong>Console</strong></a
            ><br />
            Pair tablets, see what happened, decide what clashed.
          </li>
          <li>
            <a href="/kiosk/"><strong>Tablet</strong></a
            ><br />
            Turn this device into a counter. It needs a pairing code from the console.
          </li>
          ${
            config.demo
              ? html`<li>
                  <a href="/demo/sheet"><strong>QR codes of the demo</strong></a
                  ><br />
                  Cards to print, or to scan from another screen.
                </li>`
              : ''
          }
          <li>
            <a href="/api/v1/docs"><strong>API</strong></a
            ><br />
            Every route, for scripts.
          </li>
        </ul>
      `,
    }),
  )
}
