import { MINUTE } from '@counterfoil/domain'
import type { Workbox } from 'workbox-window'
import { scannerFirst } from '../scan/scanner-first'

const CHECK_EVERY_MS = 60 * 60_000
/** A new version that takes over within this long is started at once; later somebody may be here. */
const TAKE_OVER_MS = 5000
/** Set across a reload that lets a new version in. */
const UPDATING = 'counterfoil-updating'

export interface Updates {
  /**
   * Activates the waiting version and starts it. Asked again, it leaves the page: the old version
   * gives way no later than when nothing of this page keeps it busy.
   */
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
  let startsUntil = takeMark() ? TAKE_OVER_MS : 0
  let asked = false
  let checkedAt = 0

  async function register(): Promise<void> {
    await scannerFirst()
    const { Workbox: Registered } = await import('workbox-window')
    const found = new Registered(`${import.meta.env.BASE_URL}sw.js`)
    found.addEventListener('waiting', onReady)
    found.addEventListener('controlling', ({ isUpdate }) => {
      if (performance.now() < startsUntil) location.reload()
      else if (isUpdate === true) onReady()
    })
    await found.register()
    workbox = found
  }

  function apply(): void {
    startsUntil = performance.now() + TAKE_OVER_MS
    if (!asked) {
      asked = true
      workbox?.messageSkipWaiting()
      return
    }
    sessionStorage.setItem(UPDATING, 'yes')
    location.reload()
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

/** Whether this page was loaded to let a new version in; answers yes once. */
function takeMark(): boolean {
  const updating = sessionStorage.getItem(UPDATING) !== null
  sessionStorage.removeItem(UPDATING)
  return updating
}
