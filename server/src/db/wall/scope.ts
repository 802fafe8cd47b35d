import { type Id, isId } from '@counterfoil/domain'

/** Whose rows a transaction or a statement may touch; what row-level security goes by. */
export type Scope = { readonly merchant_id: Id } | 'across_merchants'

/** Belongs to nobody; the setting must read as an id even where it decides nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** For a session that is across merchants from its start, as libpq's `options`. */
export const ACROSS_OPTIONS = `-c counterfoil.merchant_id=${NOBODY} -c counterfoil.across_merchants=on`

/** `select`, with the values of {@link valuesOf}: holds until the end of the transaction. */
export const SET_SCOPE = `select set_config('counterfoil.merchant_id', $1, true),
  set_config('counterfoil.across_merchants', $2, true)`

export function valuesOf(scope: Scope): [merchantId: string, across: 'on' | 'off'] {
  return scope === 'across_merchants' ? [NOBODY, 'on'] : [scope.merchant_id, 'off']
}

/** The same as text, to stand behind `begin` in one message. */
export function scopeText(scope: Scope): string {
  const [merchantId, across] = valuesOf(scope)
  const one = `set local counterfoil.merchant_id = '${merchantId}'`
  return across === 'off' ? one : `${one}; set local counterfoil.across_merchants = 'on'`
}

export function sameScope(a: Scope | undefined, b: Scope): boolean {
  if (a === undefined || a === 'across_merchants' || b === 'across_merchants') return a === b
  return a.merchant_id === b.merchant_id
}

/** @throws Error for what is no id: it becomes part of a statement */
export function scopeOf(merchantId: Id): Scope {
  if (!isId(merchantId)) throw new Error('an id is needed to look at a merchant’s rows')
  return { merchant_id: merchantId }
}
