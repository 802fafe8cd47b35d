import { MINUTE } from '@counterfoil/domain'
import type { Workbox } from 'workbox-window'

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
  let workbox: Workbox | null = null
  let reloading = false
  let checkedAt = 0

  async function register(): Promise<void> {
    const { Workbox: Registered } = await import('workbox-window')
    const found = new Registered(`${import.meta.env.BASE_URL}sw.js`)
    found.addEventListener('waiting', onReady)
    found.addEventListener('controlling', () => {
      if (reloading) location.reload()
    })
    await found.register()
    workbox = found
  }

  function apply(): void {
    reloading = true
    workbox?.messageSkipWaiting()
  }

  function check(): void {
    if (performance.now() - checkedAt < MINUTE) return
    checkedAt = performance.now()
    // Out of reach, or refused by a portal: asked again within the hour.
    void workbox?.update().catch(() => undefined)
  }

  // A browser may forbid it (private window): the kiosk then runs, only not without a network.
  void register().catch(() => undefined)
  setInterval(check, CHECK_EVERY_MS)
  return { apply, check }
}
