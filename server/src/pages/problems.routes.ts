import { isProblemCode, PROBLEMS } from '@counterfoil/protocol'
import { html } from 'hono/html'
import { loadServerMessages } from '@counterfoil/messages'
import type { Router } from '../http/env'
import { answerPage } from './layout'

/** `/problems/<code>`: what the `type` of a problem document points to. */
export function mountProblemPages(router: Router): void {
  router.get('/problems/:code', async (c) => {
    const code = c.req.param('code')
    if (!isProblemCode(code)) return c.notFound()
    const { problems } = await loadServerMessages('en')
    const text = code === 'INTERNAL' ? problems.UNEXPECTED : problems[code]
    const { status, title, retry } = PROBLEMS[code]
    return answerPage(c, {
      title,
      body: html`
        <h1>${title}</h1>
        <p class="muted"><code>${code}</code> · HTTP ${status}</p>
        <p>${text.sentence({})}</p>
        <p>
          ${
            retry
              ? 'The same request may succeed later, without any change to it.'
              : 'The same request will be refused again until something changes.'
          }
        </p>
        <p><a href="/problems">All problems</a></p>
      `,
    })
  })

  router.get('/problems', (c) =>
    answerPage(c, {
      title: 'Problems',
      body: html`
        <h1>Problems</h1>
        <p>Every error is a problem document (RFC 9457) with one of these codes.</p>
        <table>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">Code</th>
            <th scope="col">Meaning</th>
          </tr>
          ${Object.entries(PROBLEMS).map(
            ([code, { status, title }]) =>
              html`<tr>
                <td>${status}</td>
                <td>
                  <a href="/problems/${code}"><code>${code}</code></a>
                </td>
                <td>${title}</td>
              </tr>`,
          )}
        </table>
      `,
    }),
  )
}
