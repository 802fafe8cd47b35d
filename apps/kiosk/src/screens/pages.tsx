import { lazy, Suspense, useEffect } from 'react'
import type { Page } from '../app/flow-state'

// Not needed to scan, so not in the way of the first paint; fetched as soon as that is over.
const load = () => import('./all-pages')
const PAGES = {
  typing: lazy(async () => ({ default: (await load()).Typing })),
  queue: lazy(async () => ({ default: (await load()).Queue })),
  notices: lazy(async () => ({ default: (await load()).Notices })),
  tablet: lazy(async () => ({ default: (await load()).Tablet })),
}

const PRELOAD_AFTER_MS = 1_500

/** Fetches the pages ahead of the first touch. */
export function usePreloadedPages(): void {
  useEffect(() => {
    // Out of reach now: opening a page asks again, and says so if it fails.
    const timer = setTimeout(() => void load().catch(() => undefined), PRELOAD_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
}

export function PageAbove({ page }: { readonly page: Page }) {
  const Chosen = PAGES[page]
  return (
    <Suspense>
      <Chosen />
    </Suspense>
  )
}
