/** How long a code must have been out of view before it counts as shown again. */
export const SAME_CODE_MS = 2_500

/** When each code was last in view, in milliseconds on any steady clock. */
export type Sightings = ReadonlyMap<string, number>

export interface Sighted {
  readonly sightings: Sightings
  /** The code to act upon, if there is one. */
  readonly fresh: string | null
}

/**
 * Decides whether what is in view is new. A code that stays in view is one showing however long it
 * stays; it counts again after 2.5 s out of view (at exactly 2.5 s it does). Of several codes in
 * one picture only the first counts, and the others do not count later for having been there.
 *
 * @param texts codes of one picture, the one that matters most first
 * @param taking whether a fresh code would be used now; if not, it stays fresh
 */
export function sight(
  sightings: Sightings,
  texts: readonly string[],
  at: number,
  taking: boolean,
): Sighted {
  const recent = new Map([...sightings].filter(([, seen]) => at - seen < SAME_CODE_MS))
  const first = texts[0]
  const fresh = first !== undefined && taking && !recent.has(first) ? first : null
  for (const text of texts) if (fresh !== null || recent.has(text)) recent.set(text, at)
  return { sightings: recent, fresh }
}
