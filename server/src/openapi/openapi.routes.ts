import type { Deps } from '../deps'
import type { Router } from '../http/env'
import { answerPage } from '../pages/layout'
import { createDocument } from './document'
import { docsBody } from './docs-page'

/** The contract for machines at `openapi.json`, for people at `docs`. */
export function mountOpenApi(router: Router, { config }: Pick<Deps, 'config'>): void {
  // Written when first asked for: it would be a sixth of every start.
  let text: string | undefined
  router.get('/api/v1/openapi.json', (c) => {
    text ??= JSON.stringify(createDocument(config.publicUrl))
    return c.body(text, 200, {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
      'cache-control': 'no-cache',
    })
  })
  router.get('/api/v1/docs', (c) => answerPage(c, { title: 'API', body: docsBody(), wide: true }))
}
