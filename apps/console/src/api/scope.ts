/** On which merchant's books a page works, and in what capacity. */
export interface Scope {
  readonly merchant_id: string
  /** A platform admin acting for the merchant, through the admin's own routes. */
  readonly on_behalf: boolean
}

const OWN = '/api/v1/merchant/'

/** The path a merchant route has for this caller. */
export function pathFor(scope: Scope, path: string): string {
  if (!scope.on_behalf || !path.startsWith(OWN)) return path
  return `/api/v1/admin/merchants/${scope.merchant_id}/${path.slice(OWN.length)}`
}

/** Names the merchant for users who belong to several. */
export function headersFor(scope: Scope): Record<string, string> {
  return scope.on_behalf ? {} : { 'counterfoil-merchant': scope.merchant_id }
}
