import { type Endpoint, PROBLEMS } from '@counterfoil/protocol'
import { html } from 'hono/html'
import type * as z from 'zod'
import type { Html } from '../pages/layout'
import { allEndpoints } from './document'
import { groupBy } from './group-by'
import { SchemaBook } from './json-schema'
import { problemsOf } from './problems-of'

const CALLERS: Readonly<Record<Endpoint['caller'], string>> = {
  anyone: 'anyone',
  device: 'a tablet with its pairing token',
  store: 'a paired tablet, or a signed-in user who names the store',
  user: 'a signed-in user',
  merchant: 'a signed-in user of the merchant',
  admin: 'a platform admin',
}

/** Every route, for people to read: plain HTML, no script. */
export function docsBody(): Html {
  const byTag = groupBy(allEndpoints(), ([, { tag }]) => tag)
  return html`
    <h1>API, version 1</h1>
    <p>
      The same contract for machines: <a href="/api/v1/openapi.json">openapi.json</a>. Errors:
      <a href="/problems">problems</a>. Routes of a merchant exist a second time for platform admins
      under <code>/api/v1/admin/merchants/{merchant_id}/…</code>
    </p>
    <nav aria-label="Sections">
      <p>${[...byTag.keys()].map((tag) => html`<a href="#${anchorOf(tag)}">${tag}</a> `)}</p>
    </nav>
    ${[...byTag].map(
      ([tag, endpoints]) => html`
        <h2 id="${anchorOf(tag)}">${tag}</h2>
        ${endpoints.map(([, endpoint]) => routeOf(endpoint))}
      `,
    )}
  `
}

function anchorOf(tag: string): string {
  return tag.toLowerCase().replaceAll(/\W+/g, '-')
}

function routeOf(endpoint: Endpoint): Html {
  const { method, path, summary, caller, role, status } = endpoint
  const least = role ?? (method === 'GET' ? 'viewer' : 'owner')
  return html`<section class="route">
    <h3><code>${method} ${path}</code></h3>
    <p>${summary}</p>
    <p class="muted">
      For ${CALLERS[caller]}${caller === 'merchant' ? html`, role ${least} or above` : ''}. Answers
      ${status}${endpoint.stream === true ? ' and server-sent events' : ''}.
    </p>
    ${schemaOf('Query', endpoint.query, 'input')} ${schemaOf('Body', endpoint.body, 'input')}
    ${schemaOf('Answer', endpoint.answer, 'output')}
    <details>
      <summary>Problems</summary>
      <p>
        ${problemsOf(endpoint).map(
          (code) => html`<a href="/problems/${code}">${PROBLEMS[code].status} ${code}</a><br />`,
        )}
      </p>
    </details>
  </section>`
}

function schemaOf(label: string, schema: z.ZodType | undefined, io: 'input' | 'output'): Html {
  if (schema === undefined) return html``
  const book = new SchemaBook()
  const described = book.describe(schema, io)
  const named = Object.keys(book.components).length > 0 ? { $named: book.components } : {}
  return html`<details>
    <summary>${label}</summary>
    <pre>${JSON.stringify({ ...described, ...named }, null, 2)}</pre>
  </details>`
}
