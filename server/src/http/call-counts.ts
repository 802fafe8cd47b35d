/** Counts per key in windows that begin with a key's first call; holds a bounded number of keys. */
export interface CallCounts {
  /** Counts one. @returns ms until the window ends when it is over the limit, else `undefined` */
  spend(key: string): number | undefined
  /** ms until the window ends when nothing is left of it, else `undefined`; counts nothing. */
  usedUp(key: string): number | undefined
}

export interface CallCountsOptions {
  readonly points: number
  /** ms. */
  readonly window: number
  /** Keys held at once; beyond that the oldest window is forgotten. */
  readonly most: number
  /** ms of a clock that only goes on. */
  readonly clock: () => number
}

/**
 * Windows are all of one length, so the map's order of insertion is the order in which they end:
 * what has ended is dropped from the front, and no timer is needed.
 */
export function createCallCounts({ points, window, most, clock }: CallCountsOptions): CallCounts {
  const windows = new Map<string, { readonly until: number; used: number }>()
  const dropEnded = (now: number): void => {
    for (const [key, { until }] of windows) {
      if (until > now && windows.size < most) return
      windows.delete(key)
    }
  }
  return {
    spend: (key) => {
      const now = clock()
      const known = windows.get(key)
      if (known !== undefined && known.until > now) {
        known.used += 1
        return known.used > points ? known.until - now : undefined
      }
      windows.delete(key)
      dropEnded(now)
      windows.set(key, { until: now + window, used: 1 })
      return points < 1 ? window : undefined
    },
    usedUp: (key) => {
      const now = clock()
      const known = windows.get(key)
      if (known === undefined || known.until <= now || known.used < points) return undefined
      return known.until - now
    },
  }
}
