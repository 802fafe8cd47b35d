import { Workbox } from 'workbox-window'

export interface Updates {
  /**
   * Activates the waiting version and starts it. Asked again, it leaves the page: the old version
   * gives way no later than when nothing of this page keeps it busy.
   */
  readonly apply: () => void
  /** Asks whether there is a newer version; the first of many asks within a minute counts. */
  readonly check: () => void
}

const BASE = import.meta.env.BASE_URL
const MINUTE = 60_000
const CHECK_EVERY_MS = 60 * MINUTE
/** A new version that takes over within this long is started at once; later somebody may be here. */
const TAKE_OVER_MS = 5000
/** Set across a reload that lets a new version in. */
const UPDATING = 'counterfoil-updating'

/** Sees that there is a service worker, and that it becomes the newest. */
export function followWorker(onReady: () => void): Updates {
  let workbox = create()
  let startsUntil = takeMark() ? TAKE_OVER_MS : 0
  let asked = false
  let checkedAt = 0

  function create(): Workbox {
    const found = new Workbox(`${BASE}sw.js`)
    found.addEventListener('waiting', onReady)
    found.addEventListener('controlling', ({ isUpdate }) => {
      if (performance.now() < startsUntil) location.reload()
      else if (isUpdate === true) onReady()
    })
    return found
  }

  /** A browser forgets a worker of which a part did not arrive: it is begun anew. */
  async function reinstall(): Promise<void> {
    if ((await navigator.serviceWorker.getRegistration(BASE)) !== undefined) return
    workbox = create()
    await workbox.register()
  }

  function apply(): void {
    startsUntil = performance.now() + TAKE_OVER_MS
    if (!asked) {
      asked = true
      workbox.messageSkipWaiting()
      return
    }
    sessionStorage.setItem(UPDATING, 'yes')
    location.reload()
  }

  function check(): void {
    if (performance.now() - checkedAt < MINUTE) return
    checkedAt = performance.now()
    quietly(workbox.update())
  }

  quietly(workbox.register())
  setInterval(() => quietly(reinstall()), MINUTE)
  setInterval(check, CHECK_EVERY_MS)
  return { apply, check }
}

/**
 * Out of reach, or refused by a portal: asked again in time. A browser may forbid it altogether
 * (private window): the kiosk then runs, only not without a network.
 */
function quietly(work: Promise<unknown>): void {
  void work.catch(() => undefined)
}

/** Whether this page was loaded to let a new version in; answers yes once. */
function takeMark(): boolean {
  const updating = sessionStorage.getItem(UPDATING) !== null
  sessionStorage.removeItem(UPDATING)
  return updating
}
