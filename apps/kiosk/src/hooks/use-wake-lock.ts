import { useEffect } from 'react'

/** Keeps the screen on while the page is in view; browsers drop the lock whenever it is not. */
export function useWakeLock(): void {
  useEffect(() => {
    const over = new AbortController()
    let lock: WakeLockSentinel | null = null
    async function hold(): Promise<void> {
      if (document.visibilityState !== 'visible' || navigator.wakeLock === undefined) return
      try {
        const held = await navigator.wakeLock.request('screen')
        if (over.signal.aborted) await held.release()
        else lock = held
      } catch {
        // Low battery may refuse it; the next time the page comes into view we ask again.
      }
    }
    void hold()
    document.addEventListener('visibilitychange', () => void hold(), { signal: over.signal })
    return () => {
      over.abort()
      void lock?.release()
    }
  }, [])
}
