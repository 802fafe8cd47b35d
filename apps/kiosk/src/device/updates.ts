import { Workbox } from 'workbox-window'

const CHECK_EVERY_MS = 60 * 60_000

export interface Updates {
  readonly ready: () => boolean
  /** Activates the waiting version and starts it; nothing happens without one. */
  readonly apply: () => void
  /** Asks for a new version and takes it as soon as it is there. */
  readonly takeNow: () => void
}

/**
 * Keeps the app up to date without ever pulling it from under somebody: a new version waits until
 * `apply` is called.
 */
export function watchUpdates(onReady: () => void): Updates {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return NONE
  let ready = false
  let urgent = false
  let reloading = false
  const workbox = new Workbox(`${import.meta.env.BASE_URL}sw.js`)
  const activate = () => {
    reloading = true
    workbox.messageSkipWaiting()
  }
  workbox.addEventListener('waiting', () => {
    ready = true
    onReady()
    if (urgent) activate()
  })
  workbox.addEventListener('controlling', () => {
    if (reloading) location.reload()
  })
  const check = () => {
    if (navigator.onLine) void workbox.update().catch(() => undefined)
  }
  void workbox.register()
  setInterval(check, CHECK_EVERY_MS)
  return {
    ready: () => ready,
    apply: () => {
      if (ready) activate()
    },
    takeNow: () => {
      urgent = true
      if (ready) activate()
      else check()
    },
  }
}

const NONE: Updates = { ready: () => false, apply: () => undefined, takeNow: () => undefined }
