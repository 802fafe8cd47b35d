import { ProblemError } from '../problem-error'

/**
 * Refuses what another site's page sends with our cookie. Scripts send no `Origin` and may pass;
 * browsers always send it with a write. A page of ours is one of the public address or of the very
 * host it is asked through.
 * @throws ProblemError FORBIDDEN
 */
export function checkOrigin(request: Request, publicUrl: string): void {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin === null) {
    if (site === null || site === 'same-origin' || site === 'none') return
  } else if (origin === publicUrl || origin === new URL(request.url).origin) {
    return
  }
  throw new ProblemError('FORBIDDEN', 'Requests from other sites are refused.')
}
