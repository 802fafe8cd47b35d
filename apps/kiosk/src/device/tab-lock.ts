import type { Pulse, TabLock } from '@counterfoil/sync'

/** The Web Lock that one tab of this tablet holds. */
export function createTabLock(name: string): TabLock {
  return {
    request: (mode, onHeld, onLost) => {
      const wish = new AbortController()
      let release: () => void = () => wish.abort()
      let held = false
      const options: LockOptions = mode === 'steal' ? { steal: true } : { signal: wish.signal }
      navigator.locks
        .request(name, options, () => {
          const done = new Promise<void>((resolve) => {
            release = resolve
          })
          held = true
          onHeld()
          return done
        })
        .catch((error: unknown) => {
          // Stolen while held; a wish that we took back ourselves is nothing to tell.
          if (held) onLost()
          else if (!wish.signal.aborted) throw error
        })
      return () => release()
    },
  }
}

/** A counter that all tabs see. The clock is left out of it: it may jump. */
export function createPulse(key: string): Pulse {
  return {
    beat: () => localStorage.setItem(key, crypto.randomUUID()),
    read: () => localStorage.getItem(key) ?? '',
  }
}
