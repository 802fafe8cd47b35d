import { whenScanning } from '../scan/scanner-first'
import type { Updates } from './worker'

/**
 * Keeps the app on the tablet and up to date, without ever pulling it from under somebody: a new
 * version waits until `apply` is called.
 */
export function watchUpdates(onReady: () => void): Updates {
  const worker =
    'serviceWorker' in navigator && !import.meta.env.DEV
      ? whenScanning(() => import('./worker')).then(({ followWorker }) => followWorker(onReady))
      : null
  return {
    apply: () => void worker?.then(({ apply }) => apply()),
    check: () => void worker?.then(({ check }) => check()),
  }
}
