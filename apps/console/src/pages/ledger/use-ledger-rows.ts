import { useState } from 'react'
import { type LedgerFilters, useLedgerHead, useStillLedger } from '../../api/ledger'

const HEAD = 50

/**
 * The list, and what has arrived above it since. Arrivals wait until `showFresh`, so that nothing
 * moves under a reader; with `follow` they are shown at once.
 */
export function useLedgerRows(filters: LedgerFilters, follow: boolean) {
  const list = useStillLedger(filters)
  const head = useLedgerHead(filters, HEAD)
  const [shownTo, setShownTo] = useState(0)
  const listed = list.data?.pages.flatMap((page) => page.items)
  const top = listed?.[0]?.n ?? 0
  const arrived = listed === undefined ? [] : (head.data?.items ?? [])
  const above = arrived.filter((entry) => entry.n > top)
  const newest = above[0]?.n ?? 0
  if (follow && newest > shownTo) setShownTo(newest)
  const shown = above.filter((entry) => entry.n <= shownTo)
  const showFresh = () => {
    // More arrived than the head holds: only the list itself has them all.
    if (above.length === HEAD) void list.refetch()
    setShownTo(newest)
  }
  return {
    list,
    rows: listed && [...shown, ...listed],
    fresh: above.length - shown.length,
    showFresh,
  }
}
