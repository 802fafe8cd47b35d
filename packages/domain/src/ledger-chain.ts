/** Anything JSON can hold; numbers must be safe integers so that every language prints them alike. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/**
 * Canonical JSON (RFC 8785 for the values we allow): keys in order of their UTF-16 units, no
 * white space.
 * @throws RangeError for a number that is not a safe integer
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('only safe integers are canonical')
    return String(value === 0 ? 0 : value)
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  // Without a comparator keys are sorted by their UTF-16 units, and quickest.
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${fields.join(',')}}`
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/** Hash before the first entry of a merchant's chain: 32 zero bytes, hex. */
export const GENESIS_HASH = '0'.repeat(64)

/**
 * `SHA-256(prev_hash ‖ canonical JSON of the entry)`, both as UTF-8 text, hex in lower case.
 * The hash function is handed in: this package does no I/O and holds no cryptography.
 */
export function chainHash(
  sha256Hex: (text: string) => string,
  prevHash: string,
  entry: { readonly [key: string]: Json },
): string {
  return chainTextHash(sha256Hex, prevHash, canonicalJson(entry))
}

/** The same of an entry whose canonical JSON is at hand. */
export function chainTextHash(
  sha256Hex: (text: string) => string,
  prevHash: string,
  canonical: string,
): string {
  return sha256Hex(prevHash + canonical)
}
