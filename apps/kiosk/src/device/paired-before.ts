const KEY = 'counterfoil-paired'

/** What a tablet that lost its database can still say of itself. */
export interface PairedBefore {
  readonly store_name: string
}

/**
 * Kept apart from the database: browsers that are short of space, and people who clean up, take
 * databases and caches first.
 */
export function notePaired({ store }: { readonly store: { readonly name: string } }): void {
  try {
    localStorage.setItem(KEY, store.name)
  } catch {
    // Full or forbidden: then the tablet will only say that it is not paired.
  }
}

/** The pairing this tablet once had, or `null` when it never had one (or all traces are gone). */
export function pairedBefore(): PairedBefore | null {
  try {
    const name = localStorage.getItem(KEY)
    return name === null ? null : { store_name: name }
  } catch {
    // Forbidden: as good as never written.
    return null
  }
}
