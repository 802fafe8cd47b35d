/** What a tablet that lost its database can still say of itself. */
export interface PairedBefore {
  readonly label: string
  readonly store_name: string
}

const KEY = 'counterfoil-paired'

/**
 * Kept apart from the database: browsers that are short of space, and people who clean up, take
 * databases and caches first.
 */
export function notePaired({
  device,
  store,
}: {
  readonly device: { readonly label: string }
  readonly store: { readonly name: string }
}): void {
  const before: PairedBefore = { label: device.label, store_name: store.name }
  try {
    localStorage.setItem(KEY, JSON.stringify(before))
  } catch {
    // Full or forbidden: then the tablet will only say that it is not paired.
  }
}

/** The pairing this tablet once had, or `null` when it never had one (or all traces are gone). */
export function pairedBefore(): PairedBefore | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return null
    const { label, store_name } = kept as Partial<Record<keyof PairedBefore, unknown>>
    return typeof label === 'string' && typeof store_name === 'string'
      ? { label, store_name }
      : null
  } catch {
    // Damaged or forbidden: as good as never written.
    return null
  }
}
