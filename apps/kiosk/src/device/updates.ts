import { MINUTE } from '@counterfoil/domain'

const CHECK_EVERY_MS = 60 * 60_000

export interface Updates {
  /** Activates the waiting version and starts it; nothing happens without one. */
  readonly apply: () => void
  /** Asks whether there is a newer version; the first of many asks within a minute counts. */
  readonly check: () => void
}

const NONE: Updates = { apply: () => undefined, check: () => undefined }

/**
 * Keeps the app up to date without ever pulling it from under somebody: a new version waits until
 * `apply` is called.
 */
export function watchUpdates(onReady: () => void): Updates {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return NONE
  const workers = navigator.serviceWorker
  let registration: ServiceWorkerRegistration | null = null
  let reloading = false
  let checkedAt = 0

  function apply(): void {
    const waiting = registration?.waiting ?? null
    if (waiting === null) return
    reloading = true
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window.
    waiting.postMessage({ type: 'SKIP_WAITING' })
  }

  function look(): void {
    // Without a controller this is the first installation, which has nothing to replace.
    if (registration?.waiting == null || workers.controller === null) return
    onReady()
  }

  function follow(found: ServiceWorkerRegistration): void {
    registration = found
    look()
    found.addEventListener('updatefound', () => {
      found.installing?.addEventListener('statechange', look)
    })
  }

  function check(): void {
    if (performance.now() - checkedAt < MINUTE) return
    checkedAt = performance.now()
    // Out of reach, or refused by a portal: asked again within the hour.
    void registration?.update().catch(() => undefined)
  }

  workers.addEventListener('controllerchange', () => {
    if (reloading) location.reload()
  })
  // A browser may forbid it (private window): the kiosk then runs, only not without a network.
  workers.register(`${import.meta.env.BASE_URL}sw.js`).then(follow, () => undefined)
  setInterval(check, CHECK_EVERY_MS)
  return { apply, check }
}
