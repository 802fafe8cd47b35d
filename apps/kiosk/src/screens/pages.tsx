import { lazy, Suspense, useEffect } from 'react'
import type { View } from '../app/choose-view'
import type { Page, PinStep, Step } from '../app/flow-state'
import { scannerFirst } from '../scan/scanner-first'
import { Splash } from './splash'

// Not needed to scan, so not in the way of an everyday start; fetched as soon as that is over.
const load = () => import('./all-pages')
const PAGES = {
  typing: lazy(async () => ({ default: (await load()).Typing })),
  queue: lazy(async () => ({ default: (await load()).Queue })),
  notices: lazy(async () => ({ default: (await load()).Notices })),
  tablet: lazy(async () => ({ default: (await load()).Tablet })),
}
const LazyStillThere = lazy(async () => ({ default: (await load()).StillThere }))
const LazyFirstSync = lazy(async () => ({ default: (await load()).FirstSync }))
const LazyPin = lazy(async () => ({ default: (await load()).Pin }))
const LazyChoose = lazy(async () => ({ default: (await load()).Choose }))
const LazyWho = lazy(async () => ({ default: (await load()).Who }))
const LazyUnpaired = lazy(async () => ({ default: (await load()).Unpaired }))
const LazyWithdrawn = lazy(async () => ({ default: (await load()).Withdrawn }))

/** Fetches the rest as soon as codes can be read, well before anybody can have asked for it. */
export function usePreloadedPages(): void {
  useEffect(() => {
    // Out of reach now: opening a page asks again, and says so if it fails.
    void scannerFirst()
      .then(load)
      .catch(() => undefined)
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

export function Choose({ step }: { readonly step: Extract<Step, { at: 'choose' }> }) {
  return (
    <Suspense>
      <LazyChoose step={step} />
    </Suspense>
  )
}

export function Who({ step }: { readonly step: Extract<Step, { at: 'who' }> }) {
  return (
    <Suspense>
      <LazyWho step={step} />
    </Suspense>
  )
}

export function Pin({ step }: { readonly step: PinStep }) {
  return (
    <Suspense>
      <LazyPin step={step} />
    </Suspense>
  )
}

export function StillThere() {
  return (
    <Suspense>
      <LazyStillThere />
    </Suspense>
  )
}

export function FirstSync({ rows }: { readonly rows: number }) {
  return (
    <Suspense fallback={<Splash />}>
      <LazyFirstSync rows={rows} />
    </Suspense>
  )
}

/** Without a pairing that works: welcome, or what became of it. */
export function WithoutPairing({
  view,
}: {
  readonly view: Extract<View, { kind: 'unpaired' | 'withdrawn' }>
}) {
  return (
    <Suspense fallback={<Splash />}>
      {view.kind === 'unpaired' ? <LazyUnpaired /> : <LazyWithdrawn view={view} />}
    </Suspense>
  )
}
