import { useEffect, useEffectEvent } from 'react'

const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/**
 * Calls `onIdle` after `ms` without a touch or key, again after each further `ms`, and `onActive`
 * with every touch or key.
 * @param pulse changes whenever something else counts as activity, such as a code in view
 */
export function useIdle(ms: number, pulse: unknown, onIdle: () => void, onActive: () => void) {
  const idle = useEffectEvent(onIdle)
  const active = useEffectEvent(onActive)
  useEffect(() => {
    let timer = setInterval(() => idle(), ms)
    function stir(): void {
      clearInterval(timer)
      timer = setInterval(() => idle(), ms)
      active()
    }
    for (const name of ACTIVITY) window.addEventListener(name, stir, { passive: true })
    return () => {
      clearInterval(timer)
      for (const name of ACTIVITY) window.removeEventListener(name, stir)
    }
  }, [ms, pulse])
}
