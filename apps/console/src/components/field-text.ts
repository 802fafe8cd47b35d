import type { ConsoleMessages } from '@counterfoil/messages'
import type { FieldRefusal } from '../api/errors'

export type FormTexts = ConsoleMessages['console']['form']

/**
 * What to say at a field that the server refused, in the person's language: what its code says
 * exactly comes first, then the field's own words for its form.
 */
export function fieldText(
  { code, limit }: FieldRefusal,
  texts: FormTexts,
  own: string | undefined,
): string {
  const known = Object.entries(texts.errors).find(([name]) => name === code)?.[1]
  if (typeof known === 'string') return known
  if (known !== undefined && limit !== undefined) return known({ limit })
  return own ?? texts.not_fitting
}
