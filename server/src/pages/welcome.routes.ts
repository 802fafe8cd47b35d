import { loadServerMessages } from '@counterfoil/messages'
import { html } from 'hono/html'
import type { Deps } from '../deps'
import { acceptedLanguage } from '../http/accepted-languages'
import type { Router } from '../http/env'
import { answerPage, type Html } from './layout'

/** `/`: where to go from here. */
export function mountWelcome(router: Router, { config }: Pick<Deps, 'config'>): void {
  router.get('/', async (c) => {
    const lang = acceptedLanguage(c)
    const { welcome } = (await loadServerMessages(lang)).pages
    const body = html`
      <h1>${welcome.heading}</h1>
      <p>${welcome.intro}</p>
      <ul class="cards">
        ${way('/console/', welcome.console, welcome.console_text)}
        ${way('/kiosk/', welcome.tablet, welcome.tablet_text)}
        ${config.demo ? way('/demo/sheet', welcome.demo, welcome.demo_text) : ''}
        ${way('/api/v1/docs', welcome.api, welcome.api_text)}
      </ul>
    `
    return answerPage(c, { title: welcome.title, lang, body })
  })
}

function way(href: string, name: string, text: string): Html {
  return html`<li>
    <a href="${href}"><strong>${name}</strong></a
    ><br />
    ${text}
  </li>`
}
