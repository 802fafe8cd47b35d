/** A text as it is looked for: without case, accents and marks; `Zoé Müller` is `zoe muller`. */
export function nameKey(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
